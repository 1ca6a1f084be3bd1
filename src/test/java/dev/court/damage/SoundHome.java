package dev.court.damage;

import dev.court.Player;
import dev.court.Player.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home with something of everything, and what each command says of it. */
final class SoundHome implements AutoCloseable {
  static final List<String> LOOKS =
      List.of(
          "list --all -o json",
          "list --bookings --all -o json",
          "history -o json",
          "export",
          "show 1 -o json",
          "next -o json",
          "auth -o json",
          "config");

  final Player player;
  private final Path home;
  private final Path older;
  private final Map<String, Ran> said = new LinkedHashMap<>();

  private SoundHome(Path folder) throws IOException {
    home = folder.resolve("sound");
    older = folder.resolve("older");
    player = new Player(home);
    Files.createDirectories(home);
    Files.writeString(home.resolve("config.json"), "{\"guests\": \"2\"}");
    run("add --at 2026-11-24T10:00 --court 1");
    copy(home, older);
    player.signIn();
    run("run-due");
    run("add --on we --time 17:00 --court 2,1 --name ladder");
    run("add --at 2026-12-04T07:00");
    player.clock.advance(Duration.ofMinutes(61));
    player.signIn();
    run("run-due");
    LOOKS.forEach(line -> said.put(line, run(line)));
  }

  static SoundHome in(Path folder) throws IOException {
    return new SoundHome(folder);
  }

  Ran run(String line) {
    return player.court(line.split(" "));
  }

  /** Runs a command in another home. */
  Ran run(Path other, String line) {
    player.with("COURT_HOME", other.toString());
    try {
      return run(line);
    } finally {
      player.with("COURT_HOME", home.toString());
    }
  }

  /** What the command says of the sound home. */
  Ran said(String line) {
    return said.get(line);
  }

  /** All files, by their paths below the home. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(one -> home.relativize(one).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String file) {
    return home.resolve(file);
  }

  /** The same file of the same home at an earlier time. */
  Path earlier(String file) {
    return older.resolve(file);
  }

  /** A copy of the home. */
  Path copiedTo(Path other) throws IOException {
    copy(home, other);
    return other;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(
            one, to.resolve(from.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Override
  public void close() {
    player.close();
  }
}
