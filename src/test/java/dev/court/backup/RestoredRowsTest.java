package dev.court.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.booking.BookingStatus;
import dev.court.log.Log;
import dev.court.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each row of each table comes back from a backup; read by JDBC, and not as the product reads. */
class RestoredRowsTest extends WithPlayer {
  private static final int BOOKINGS = 400;
  private static final OffsetDateTime PAST = OffsetDateTime.parse("2026-10-01T12:34:56.789+00:00");

  /** What a backup has to write in another way than it stands there. */
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "it's; DROP TABLE bookings; --",
          "one\r\ntwo\n\tthree\n;\n",
          "Plätze ☃ 😀 ﷽ \u2028 \u202e",
          "\\u0041 \\ \\\\ ?1 {1: 'x'} $$ ${home} /* no comment",
          "\u0000\u0007\u001b[31m\u007f\uffff",
          "\ud83d",
          "é".repeat(4000));

  /** In which a database that went back to an older state may differ: see docs/backup.md. */
  private static final Set<String> DOUBTED =
      Set.of(
          "STATUS",
          "WATCHED",
          "LAST_ERROR",
          "OPEN_COURT",
          "NEXT_TRY",
          "CLAIMED_BY",
          "CLAIMED_UNTIL");

  private String url;
  private Path database;

  @BeforeEach
  void a_home_with_something_of_everything() throws SQLException {
    url = "jdbc:h2:file:" + home.resolve("court");
    database = home.resolve("court.mv.db");
    bookTuesday();
    player.type("player@example.com\nsandbox\n", "login", "--remember").succeeds();
    court("add", "--on", "we,fr", "--time", "17:00", "--court", "2,1", "--name", "Žofie's ☃")
        .succeeds();
    type("add --on mo --time 09:00 --duration 60 --strategy split").succeeds();
    type("add --at 2026-12-05T07:00").succeeds();
    type("skip 2 2026-12-04").succeeds();
    type("pause 3").succeeds();
    type("remove 4 --yes");
    type("away 2027-02-01..2027-02-14 --except 2").succeeds();
    type("calendar");
    fillBookings();
    fillAttempts();
    messages();
    TableContents.write(
        url,
        "INSERT INTO venue_settings (name, setting) VALUES (?, ?)",
        List.of(List.of("window", "PT168H")));
    OffsetDateTime seen = OffsetDateTime.parse("2026-11-22T17:00:00Z");
    TableContents.write(
        url,
        "INSERT INTO machines (name, home, kind, version, started_at, seen_at, clock_ahead_ms)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        List.of(List.of("one", "/srv/court", "worker", "0.1.0", seen, seen, -3)));
  }

  @Test
  void each_row_of_each_table_comes_back() throws SQLException, IOException {
    var rows = TableContents.rows(url);
    var schema = TableContents.schema(url);
    assertThat(rows).hasSizeGreaterThan(10).noneSatisfy((table, all) -> assertThat(all).isEmpty());
    Path script = folder.resolve("backup.sql.gz");
    Database store = new Database(url, Log.NONE);
    store.backUp(script);
    Files.delete(database);

    store.restore(script, ignored -> {}, "aside", () -> {});

    var restored = TableContents.rows(url);
    assertThat(restored.keySet()).isEqualTo(rows.keySet());
    rows.remove("CHANGES");
    rows.forEach((table, all) -> assertThat(restored.get(table)).as(table).isEqualTo(all));
    assertThat(TableContents.schema(url)).isEqualTo(schema);
  }

  @Test
  void only_what_may_be_booked_by_now_is_doubted() throws SQLException, IOException {
    var rows = TableContents.rows(url);
    Path backups = Files.createDirectories(home.resolve("backups"));
    new Database(url, Log.NONE).backUp(backups.resolve("2026-11-22T170000Z.sql.gz"));
    Files.delete(database);

    type("backup restore --yes").succeeds();

    var restored = TableContents.rows(url);
    assertThat(restored.get("OUTBOX")).isEmpty();
    assertThat(withoutDoubt(restored.get("BOOKINGS")))
        .isEqualTo(withoutDoubt(rows.get("BOOKINGS")));
    List.of("OUTBOX", "BOOKINGS", "CHANGES").forEach(rows::remove);
    rows.forEach((table, all) -> assertThat(restored.get(table)).as(table).isEqualTo(all));
  }

  /** What is over stands as it was; of the others, only what is not in doubt is compared. */
  private static List<Map<String, Object>> withoutDoubt(List<Map<String, Object>> bookings) {
    Set<String> open = Set.of("pending", "in_flight", "unknown");
    bookings.stream()
        .filter(one -> open.contains((String) one.get("STATUS")))
        .forEach(one -> one.keySet().removeAll(DOUBTED));
    return bookings;
  }

  private void fillBookings() throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    BookingStatus[] statuses = BookingStatus.values();
    for (int i = 0; i < BOOKINGS; i++) {
      boolean isBare = i % 3 == 0;
      OffsetDateTime start = PAST.plusHours(i);
      all.add(
          row(
              1000 + i,
              start,
              start.toLocalDateTime(),
              start.minusMinutes(i % 2 * 30L),
              start.minusDays(7),
              statuses[i % statuses.length].name().toLowerCase(Locale.ROOT),
              isBare ? null : "reservation " + i,
              isBare ? null : AWKWARD.get(i % AWKWARD.size()).lines().findFirst().orElse(""),
              isBare ? null : (long) i - 50,
              i % 2 == 0,
              isBare ? null : "a run",
              isBare ? null : PAST,
              isBare ? null : "2"));
    }
    insert(all);
  }

  private void insert(List<List<Object>> all) throws SQLException {
    TableContents.write(
        url,
        """
        INSERT INTO bookings (id, desired_time, wall_clock, part_of, trigger_time, status,
          reservation_id, last_error, late_ms, watched, claimed_by, claimed_until, open_court,
          schedule_id, zone, next_try, court_id, duration, guests, attempts)
        VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS CHARACTER VARYING(1000)), ?, ?, ?, ?, ?,
          2, 'Asia/Kathmandu', TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00', '1,2', 30, '1', 1)
        """,
        all);
  }

  private void fillAttempts() throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    for (int i = 0; i < BOOKINGS; i++) {
      boolean isBare = i % 3 == 0;
      String raw = AWKWARD.get(i % AWKWARD.size());
      all.add(row(1000 + i, PAST.plusNanos(i * 1_000_000L), isBare ? null : 201, raw));
    }
    TableContents.write(
        url,
        """
        INSERT INTO attempts (booking_id, sent_at, http_status, raw, number, court_id, late_ms, answer)
        VALUES (?, ?, ?, ?, 1, '1', -3, 'booked')
        """,
        all);
  }

  private void messages() throws SQLException {
    List<List<Object>> all = new ArrayList<>();
    AWKWARD.forEach(text -> all.add(row("s" + all.size(), text, text, PAST, PAST)));
    TableContents.write(
        url,
        """
        INSERT INTO outbox (subject, body, data, created_at, next_try, account_id, channel, event, title)
        VALUES (?, ?, ?, ?, ?, 1, 'phone', 'booked', 'Café')
        """,
        all);
    List<List<Object>> troubles = new ArrayList<>();
    troubles.add(row("network", "it's down ☃", PAST));
    TableContents.write(
        url,
        """
        INSERT INTO troubles (account_id, subject, reason, since, announced, is_over)
        VALUES (1, ?, ?, ?, TRUE, FALSE)
        """,
        troubles);
    TableContents.write(
        url,
        """
        INSERT INTO feed_events (booking_id, sequence, material, content, revised_at)
        VALUES (?, 3, 'm', 'c', ?)
        """,
        List.of(row(1000, PAST)));
  }

  /** Unlike {@code List.of}, it may have nulls. */
  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }
}
