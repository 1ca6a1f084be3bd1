package dev.court.store.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.PostgresServer;
import dev.court.log.Log;
import dev.court.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lock of those who refresh tokens, over all machines. */
@Tag("postgres")
class ServerLockTest {
  /** Of the lock that is held by whoever changes the tokens of all accounts. */
  private static final long ALL = 0x63_6F_75_72_74_01L;

  private final PostgresServer server = PostgresServer.shared().orElseThrow();

  @Test
  void accounts_do_not_wait_for_each_other_and_keep_away_who_changes_all() {
    try (Database database = new Database(server.schema("refreshes"), Log.NONE)) {
      RefreshLock lock = database.refreshLock().orElseThrow();

      boolean isFreeForAll = lock.hold("eve", () -> lock.hold("adam", this::isFree));

      assertThat(isFreeForAll).isFalse();
      assertThat(lock.holdAll(this::isFree)).isFalse();
    }
  }

  private boolean isFree() {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + ALL + ")")) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
