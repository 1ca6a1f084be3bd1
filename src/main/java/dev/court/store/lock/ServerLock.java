package dev.court.store.lock;

import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A lock between all machines that use a database server. A connection of its own holds it, so that
 * the holder can commit in the meantime; the server ends it with the connection.
 */
public final class ServerLock implements RefreshLock {
  private final ConnectionSource connections;
  private final Dialect dialect;

  public ServerLock(ConnectionSource connections, Dialect dialect) {
    this.connections = connections;
    this.dialect = dialect;
  }

  @Override
  public <T> T hold(String account, Supplier<T> work) {
    return held(connection -> dialect.lockRefresh(connection, account), work);
  }

  @Override
  public <T> T holdAll(Supplier<T> work) {
    return held(dialect::lockAllRefreshes, work);
  }

  private interface Locking {
    void on(Connection connection) throws SQLException;
  }

  private <T> T held(Locking lock, Supplier<T> work) {
    try (Connection connection = connections.open()) {
      lock.on(connection);
      return work.get();
    } catch (SQLException e) {
      throw dialect.problem(e);
    }
  }
}
