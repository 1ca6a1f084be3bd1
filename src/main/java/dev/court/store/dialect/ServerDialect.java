package dev.court.store.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What holds for each database on a server: it has no file that this program could see. */
interface ServerDialect extends Dialect {

  @Override
  default boolean isSharedReadOnly(SQLException e) {
    return false;
  }

  @Override
  default boolean isHeldElsewhere(SQLException e) {
    return false;
  }

  @Override
  default boolean isAbsent(SQLException e) {
    return false;
  }

  @Override
  default void requireRoom() {
    // A server undoes an update that it cannot end.
  }

  @Override
  default void sync(Connection connection) {
    // A commit on a server outlives a power cut.
  }

  @Override
  default void backUp(Connection connection, Path script) {
    throw Dialect.onServer();
  }

  @Override
  default void fill(Connection connection, Path script) {
    throw Dialect.onServer();
  }

  @Override
  default boolean isServer() {
    return true;
  }

  @Override
  default Optional<Path> file() {
    return Optional.empty();
  }
}
