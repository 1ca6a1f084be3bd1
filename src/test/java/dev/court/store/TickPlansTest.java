package dev.court.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.ManyAccounts;
import dev.court.Player;
import dev.court.PostgresServer;
import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.json.Json;
import dev.court.store.StatementRecorder.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people's bookings do not slow down a tick: whatever statement it sends is recorded, and the
 * database is asked how it runs it. -Dcourt.accounts=10000 -Dcourt.bookings=50 is half a million.
 */
@Tag("any-database")
class TickPlansTest {
  /** PostgreSQL reads a table of a few pages as a whole, whatever indexes it has. */
  private static final int ENOUGH = PostgresServer.shared().isPresent() ? 1_000 : 200;

  private static final int ACCOUNTS = Integer.getInteger("court.accounts", ENOUGH);
  private static final int BOOKINGS = Integer.getInteger("court.bookings", 20);

  private static final List<String> WHOLE = whole(ManyAccounts.TABLES);

  /**
   * The question who has something to do may look once at each account and at each message that
   * waits, but not at what is over.
   */
  private static final List<String> WHOLE_PAST = whole(List.of("BOOKINGS", "ATTEMPTS"));

  private static final Pattern EXPLAINABLE =
      Pattern.compile("(SELECT|INSERT|UPDATE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

  @TempDir Path home;
  private Player player;
  private StatementRecorder recorder;

  @BeforeEach
  void somebody_among_many() throws SQLException, IOException {
    player = new Player(home).signIn();
    player.court("add", "--rrule", "FREQ=DAILY;BYHOUR=12;BYMINUTE=0", "--court", "1,2").succeeds();
    player.court("run-due");
    try (Connection connection = HomeDatabase.connect(home)) {
      ManyAccounts.of(ACCOUNTS, BOOKINGS, player.clock.instant()).fill(connection);
    }
    Files.writeString(home.resolve("config.json"), Json.write(Map.of("accounts", occupants())));
    recorder = new StatementRecorder(home.toString(), () -> HomeDatabase.connect(home));
    player.with("COURT_DB_URL", recorder.url());
  }

  private static Map<String, Object> occupants() {
    return IntStream.rangeClosed(1, ACCOUNTS)
        .boxed()
        .collect(toMap(n -> "person " + n, n -> Map.of("occupant_id", String.valueOf(n))));
  }

  @AfterEach
  void leaves() throws SQLException {
    recorder.close();
    player.close();
  }

  @Test
  void a_tick_reads_no_table_to_its_end() throws SQLException {
    player.court("run-due").succeeds();
    player.court("add", "--at", "2026-11-24T10:00", "--court", "1,2").succeeds();
    player.court("run-due").succeeds();
    armsNothing();

    List<Sent> sent = recorder.drained();
    assertThat(sent)
        .extracting(Sent::sql)
        .anyMatch(sql -> sql.contains("INSERT INTO attempts"))
        .anyMatch(sql -> sql.contains("b.desired_time >= ? AND b.desired_time < ?"))
        .anyMatch(sql -> sql.contains("SET status = 'in_flight'"))
        .anyMatch(sql -> sql.contains("SET armed = ?"));
    assertNoneReadsAll(sent);
  }

  /** The recorder's URL names no server, where a run would do so. */
  private void armsNothing() throws SQLException {
    Booking any = HomeDatabase.transact(home, TickPlansTest::first);
    DueBooking due = new DueBooking(new ScheduledBooking(null, any), any.opening());
    try (Connection connection = DriverManager.getConnection(recorder.url())) {
      Claims claims = new Claims(new Sql(connection), LeaseClock.OWN, Optional.empty());
      assertThat(claims.tryArm("nobody", List.of(new Claims.Arm(due, "1")))).containsExactly(false);
    }
  }

  private static Booking first(Store store) {
    long account = store.accounts().find("default").orElseThrow();
    return store.bookings().find(account, 1).orElseThrow().booking();
  }

  private void assertNoneReadsAll(List<Sent> sent) throws SQLException {
    Map<String, Sent> different = new LinkedHashMap<>();
    sent.stream()
        .filter(one -> EXPLAINABLE.matcher(one.sql().strip()).lookingAt())
        .forEach(one -> different.putIfAbsent(one.sql(), one));
    assertThat(different).hasSizeGreaterThan(10);
    try (Connection connection = HomeDatabase.connect(home)) {
      Sql sql = new Sql(connection);
      assertThat(different.values())
          .allSatisfy(
              one ->
                  assertThat(plan(sql, one))
                      .doesNotContain(one.sql().equals(BusyAccounts.BUSY) ? WHOLE_PAST : WHOLE));
    }
  }

  /** How H2 and PostgreSQL say that they read all of a table. */
  private static List<String> whole(List<String> tables) {
    return tables.stream()
        .flatMap(name -> Stream.of("PUBLIC." + name + ".TABLESCAN", "SEQ SCAN ON " + name))
        .toList();
  }

  private static String plan(Sql sql, Sent sent) {
    return String.join(
            " ",
            sql.query("EXPLAIN " + sent.sql(), row -> row.getString(1), sent.values().toArray()))
        .replace("\"", "")
        .toUpperCase(Locale.ROOT);
  }
}
