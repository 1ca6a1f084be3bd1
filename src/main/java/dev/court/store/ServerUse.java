package dev.court.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one machine does with a database that others may use too. Nothing of it holds for a file.
 *
 * @param memory the file that remembers how far the database has come; empty to remember nothing
 * @param firstCheck done in the first transaction; refuses by an exception
 */
public record ServerUse(Optional<Path> memory, Consumer<Store> firstCheck) {
  public static final ServerUse NONE = new ServerUse(Optional.empty(), store -> {});

  /** The use by a machine with a home. */
  public static ServerUse in(Path home, Consumer<Store> firstCheck) {
    return new ServerUse(Optional.of(home.resolve("server.changes")), firstCheck);
  }
}
