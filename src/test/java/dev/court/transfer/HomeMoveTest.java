package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.PostgresServer;
import dev.court.WithPlayer;
import dev.court.backup.TableContents;
import dev.court.secret.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All of a home goes to another database. */
class HomeMoveTest extends WithPlayer {
  private static final List<String> OF_THE_DATABASE =
      List.of("CHANGES", "SCHEMA_VERSION", "VENUE_SETTINGS");

  private String url;
  private String file;

  @BeforeEach
  void a_home_with_something_of_everything() throws SQLException {
    player.with("COURT_DB_URL", null);
    url = "jdbc:h2:file:" + home.resolve("court");
    file = folder.resolve("moved").toString();
    bookTuesday();
    player.type("player@example.com\nsandbox\n", "login", "--remember").succeeds();
    court("add", "--on", "we,fr", "--time", "17:00", "--court", "2,1", "--name", "Žofie's ☃")
        .succeeds();
    type("add --on mo --time 09:00 --duration 60 --strategy split").succeeds();
    type("skip 2 2026-12-04").succeeds();
    type("pause 3").succeeds();
    type("away 2027-02-01..2027-02-14 --except 2").succeeds();
    type("export -o ics").succeeds();
    execute(
        """
        UPDATE bookings SET status = 'unknown', open_court = '2', next_try = '9999-01-01 00:00:00+00'
        WHERE id = (SELECT MIN(id) FROM bookings WHERE schedule_id = 2 AND status = 'pending')
        """,
        """
        INSERT INTO outbox (subject, body, data, created_at, next_try, account_id, channel, event, title)
        VALUES ('b', 'it''s; one\n two ☃', '{}', '2026-10-01 00:00:00.123+00',
          '2026-10-01 00:00:00.123+00', 1, 'mine', 'booked', 't')
        """,
        """
        INSERT INTO troubles (account_id, subject, reason, since, announced, is_over)
        VALUES (1, 's', 'r', '2026-10-01 00:00:00.123+00', TRUE, FALSE)
        """);
  }

  private void execute(String... all) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    }
  }

  private Player somewhereElse(String name) {
    return player
        .atOtherMachine(folder.resolve(name))
        .with("COURT_HOME", folder.resolve(name).toString())
        .with("COURT_DB_URL", null);
  }

  private void giveKey(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.copy(home.resolve("key"), folder.resolve(name).resolve("key"));
  }

  private static Map<String, List<Map<String, Object>>> rows(Path home) throws SQLException {
    var rows = TableContents.rows("jdbc:h2:file:" + home.resolve("court"));
    OF_THE_DATABASE.forEach(rows::remove);
    return rows;
  }

  @Test
  @Tag("postgres")
  void each_row_of_each_table_goes_to_a_server_and_back() throws SQLException, IOException {
    var before = rows(home);
    assertThat(before).hasSizeGreaterThan(8);
    giveKey("server");
    giveKey("back");
    Player there =
        somewhereElse("server")
            .with("COURT_DB_URL", PostgresServer.shared().orElseThrow().schema("moved"));

    type("export --all --to-file " + file).succeeds();
    assertThat(there.court("import", file).succeeds().out()).contains("added", "3 schedules");
    there.court("export", "--all", "--to-file", file + "2").succeeds();
    there.court("run-due").failsWith(7, "court export --all", "court backup accept");
    Player back = somewhereElse("back");
    back.court("import", file + "2").succeeds();

    assertThat(rows(folder.resolve("back"))).isEqualTo(before);
    back.court("refresh-token").succeeds();
    back.court("add", "--at", "2026-12-10T08:00").succeeds();
    back.court("away", "2026-12-24").succeeds();
    there.court("backup", "accept", "--yes").succeeds();
    there.court("add", "--at", "2026-12-10T08:00").succeeds();
  }

  @Test
  void each_row_of_each_table_goes_to_another_file() throws SQLException, IOException {
    var before = rows(home);
    giveKey("two");

    type("export --all --to-file " + file).succeeds();
    somewhereElse("two").court("import", file).succeeds();

    assertThat(rows(folder.resolve("two"))).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
        .isEqualTo("rw-------");
    assertThat(Files.readString(Path.of(file)))
        .doesNotContain("sandbox", player.sandbox.refreshToken());
  }

  @Test
  void the_home_that_was_moved_books_nothing_until_it_is_opened_again() {
    type("export --all --to-file " + file).succeeds();

    type("run-due").failsWith(7, "was written out by 'court export --all'", "court backup accept");
    type("list").failsWith(7, "was written out");
    assertThat(type("doctor --offline").out()).contains("was written out");
    type("backup accept --yes").succeeds();
    type("list").succeeds();
  }

  @Test
  void another_key_is_refused_and_nothing_is_taken_in() {
    type("export --all --to-file " + file).succeeds();
    Player two = somewhereElse("two").with("COURT_KEY", Keyset.create().reveal());

    two.court("import", file).failsWith(7, "does not open with this key, which is ", "but with");
    assertThat(two.court("list", "-o", "json").rows()).isEmpty();
  }

  @Test
  void a_home_is_taken_into_an_empty_database_only() throws IOException {
    type("export --all --to-file " + file).succeeds();
    giveKey("two");
    Player two = somewhereElse("two");
    two.court("add", "--at", "2026-12-02T17:00").succeeds();

    two.court("import", file).failsWith(2, "into an empty database only");
    assertThat(two.court("list", "-o", "json").rows()).hasSize(1);
  }

  @Test
  void a_file_that_is_cut_off_is_refused_whole() throws IOException {
    type("export --all --to-file " + file).succeeds();
    giveKey("two");
    List<String> lines = Files.readAllLines(Path.of(file));
    Files.write(Path.of(file), lines.subList(0, lines.size() - 1));

    somewhereElse("two").court("import", file).failsWith(2, "is cut off");
  }

  @Test
  void nothing_is_moved_while_a_booking_is_under_way_or_over_another_file() throws Exception {
    execute("UPDATE bookings SET status = 'in_flight' WHERE status = 'unknown'");
    type("export --all --to-file " + file).failsWith(5, "a run of court is booking now");
    execute("UPDATE bookings SET status = 'unknown' WHERE status = 'in_flight'");
    Files.writeString(Path.of(file), "mine");

    type("export --all --to-file " + file).failsWith(7, "is there already");
    type("list").succeeds();
  }

  @Test
  void what_opened_between_is_looked_up_and_not_asked_for_at_another_court() throws IOException {
    type("export --all --to-file " + file).succeeds();
    giveKey("two");
    player.clock.advance(Duration.ofDays(3));

    assertThat(somewhereElse("two").court("import", file).succeeds().out())
        .contains("opened since, and are looked up");
  }
}
