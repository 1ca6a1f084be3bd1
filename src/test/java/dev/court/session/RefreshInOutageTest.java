package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.CuttingProxy;
import dev.court.HomeDatabase;
import dev.court.Player;
import dev.court.PostgresServer;
import dev.court.WithTwoMachines;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refresh token is spent, and the server goes away before the next one is stored. */
@Tag("postgres")
class RefreshInOutageTest extends WithTwoMachines {
  /** Of the lock that is held by whoever refreshes. */
  private static final long REFRESH = 0x63_6F_75_72_74_01L;

  private final PostgresServer server = PostgresServer.shared().orElseThrow();

  @Test
  void the_new_tokens_are_stored_when_it_is_back() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server.port(), "INTO tokens")) {
      // It has the sandbox of the first machine, which closes it.
      Player far = evening.player.atOtherMachine(folder.resolve("far"));
      far.with("COURT_KEY", Files.readString(home.resolve("key")))
          .with(
              "COURT_DB_URL",
              HomeDatabase.url(home).replace(":" + server.port(), ":" + proxy.port()));
      far.court("list").succeeds();
      proxy.cut(5);

      far.court("refresh-token").succeeds();
    }
    theSessionLives();
  }

  @Test
  void a_lock_that_breaks_under_the_refresh_loses_no_token() throws SQLException {
    evening.but("latency=300ms");
    var refresh = BackgroundTask.begin(() -> other.court("refresh-token"));
    while (!isAnyHolderEnded()) {
      Thread.onSpinWait();
    }

    refresh.join().succeeds();

    theSessionLives();
  }

  private boolean isAnyHolderEnded() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet ended =
            statement.executeQuery(
                """
                SELECT COUNT(pg_terminate_backend(pid)) > 0 FROM pg_locks
                WHERE locktype = 'advisory' AND granted
                  AND CAST(classid AS BIGINT) * 4294967296 + CAST(objid AS BIGINT) = %s
                """
                    .formatted(REFRESH))) {
      ended.next();
      return ended.getBoolean(1);
    }
  }

  private void theSessionLives() {
    evening.player.court("refresh-token").succeeds();
    assertThat(other.court("refresh-token").succeeds().err()).doesNotContain("sign in");
  }
}
