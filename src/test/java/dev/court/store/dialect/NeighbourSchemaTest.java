package dev.court.store.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.PostgresServer;
import dev.court.log.Log;
import dev.court.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two homes that have a schema each in one database of a PostgreSQL. */
@Tag("postgres")
class NeighbourSchemaTest {
  private final PostgresServer server = PostgresServer.shared().orElseThrow();

  @Test
  void a_home_is_told_of_its_own_changes_alone() throws SQLException {
    Dialect mine = home("mine");
    Dialect other = home("other");
    try (Connection ear = mine.connect();
        Connection here = mine.connect();
        Connection there = other.connect()) {
      mine.listen(ear);

      other.announce(there);
      assertThat(mine.isTold(ear, Duration.ofMillis(50))).isFalse();

      mine.announce(here);
      assertThat(mine.isTold(ear, Duration.ofSeconds(10))).isTrue();
    }
  }

  private Dialect home(String name) {
    String url = server.schema("neighbour_" + name);
    try (Database database = new Database(url, Log.NONE)) {
      database.transact(store -> store.accounts().findOrAdd("default"));
    }
    return Dialect.of(url);
  }
}
