package dev.court.store;

import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A lock between all machines that use a database server. A connection of its own holds it, so that
 * the holder can commit in the meantime; the server ends it with the connection.
 */
final class ServerLock implements RefreshLock {
  private final ConnectionSource connections;
  private final Dialect dialect;

  ServerLock(ConnectionSource connections, Dialect dialect) {
    this.connections = connections;
    this.dialect = dialect;
  }

  @Override
  public <T> T hold(Supplier<T> work) {
    try (Connection connection = connections.open()) {
      dialect.lockRefresh(connection);
      return work.get();
    } catch (SQLException e) {
      throw dialect.problem(e);
    }
  }
}
