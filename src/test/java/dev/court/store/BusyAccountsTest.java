package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.ManyAccounts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of many accounts a run looks at those that have something to do, and at no others. */
@Tag("any-database")
@Tag("long-on-server")
class BusyAccountsTest {
  /** Its own minute of the day is that of {@link #NOW}. */
  private static final long PERSON_3 = 10_003;

  private static final Instant NOW =
      Instant.parse("2026-11-20T00:00:00Z").plus(Duration.ofMinutes(PERSON_3 % 1440));

  @TempDir Path home;

  @BeforeEach
  void people_who_are_signed_in() throws SQLException {
    HomeDatabase.transact(home, store -> store.accounts().findOrAdd("default"));
    try (Connection connection = HomeDatabase.connect(home)) {
      ManyAccounts.of(20, 10, NOW).fill(connection);
    }
  }

  @Test
  void who_is_signed_in_and_waits_is_left_alone() {
    assertThat(busy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bookings    | status = 'in_flight', claimed_by = 'run'                | status = 'pending'
          bookings    | status = 'unknown'                                      | status = 'pending'
          bookings    | next_try = '2026-11-20 22:43:30+00'                     | status = 'pending'
          bookings    | desired_time = '2026-11-20 22:43:00+00'                 | status = 'pending'
          schedules   | filled_until = '2026-12-20 00:00:00+00'                 | TRUE
          schedules   | filled_with = 'PT48H America/New_York'                  | TRUE
          tokens      | refreshed_at = '2026-11-20 22:23:00+00'                 | TRUE
          tokens      | refreshed_at = '2026-11-21 22:23:00+00'                 | TRUE
          tokens      | refresh_expiry = '2026-11-20 22:53:00+00'               | TRUE
          tokens      | ended = 'signed out'                                    | TRUE
          outbox      | next_try = '2026-11-20 22:43:00+00'                     | TRUE
          outbox      | claimed_by = 'run'                                      | TRUE
          troubles    | is_over = FALSE                                         | TRUE
          accounts    | warned_at = '2026-11-20 00:00:00+00'                    | TRUE
          """)
  void who_has_something_to_do_is_found(String table, String change, String which) {
    String owner =
        switch (table) {
          case "accounts" -> "id";
          case "bookings" -> "schedule_id";
          default -> "account_id";
        };
    execute(
        "UPDATE %s SET %s WHERE %s = %s AND %s".formatted(table, change, owner, PERSON_3, which));
    assertThat(busy()).containsExactly("person 3");
  }

  /** Somebody else's minute is not his: what a wrong clock has left can wait for a day. */
  @Test
  void who_is_signed_out_is_looked_at_once_a_day() {
    execute("UPDATE tokens SET ended = 'signed out'");
    assertThat(busy()).containsExactly("person 3");
    assertThat(busyAt(NOW.plusSeconds(60))).containsExactly("person 4");
  }

  /** An opening within twelve hours, for which nobody is signed in, is worth a warning. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ended = 'signed out'                      | accounts | forewarned_until = NULL | person 4
          session_end = '2026-11-21 00:30:00+00'    | accounts | forewarned_until = NULL | person 4
          session_begun = '2026-11-20 23:30:00+00'  | accounts | session_seconds = 3600  | person 4
          session_end = '2026-11-21 01:30:00+00'    | accounts | forewarned_until = NULL |
          session_end = '2026-11-21 00:30:00+00'    | accounts | forewarned_until = '2026-11-21 01:00:00+00' |
          """)
  void who_will_not_be_signed_in_any_more_is_found(
      String session, String table, String other, String found) {
    execute(
        "UPDATE bookings SET next_try = '2026-11-21 01:00:00+00'"
            + " WHERE schedule_id = 10004 AND status = 'pending'");
    execute("UPDATE tokens SET %s WHERE account_id = 10004".formatted(session));
    execute("UPDATE %s SET %s WHERE id = 10004".formatted(table, other));
    assertThat(busy()).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tries = 1 | refreshed_at = refreshed_at                     | person 4
          tries = 0 | ended = 'signed out'                            | person 4
          tries = 0 | session_end = '2026-11-20 23:00:00+00'          | person 4
          tries = 0 | refreshed_at = refreshed_at                     |
          tries = 0, refused = 'wrong' | ended = 'signed out'         |
          """)
  void who_is_to_be_signed_in_is_found(String credentials, String session, String found) {
    execute("INSERT INTO credentials (account_id, username, password) VALUES (10004, 'x', 'x')");
    execute("UPDATE credentials SET %s".formatted(credentials));
    execute("UPDATE tokens SET %s WHERE account_id = 10004".formatted(session));
    assertThat(busy()).isEqualTo(found == null ? List.of() : List.of(found));
  }

  private List<String> busy() {
    return busyAt(NOW);
  }

  private List<String> busyAt(Instant now) {
    BusyAccounts.Look look =
        new BusyAccounts.Look(
            now,
            now.plusSeconds(75),
            now.plus(Duration.ofDays(34)),
            "PT168H America/New_York",
            now.minus(Duration.ofMinutes(20)),
            now.plus(Duration.ofHours(12)),
            now.plus(Duration.ofMinutes(30)));
    return HomeDatabase.transact(home, store -> store.busyAccounts().busy(look));
  }

  private void execute(String sql) {
    HomeDatabase.execute(home, sql);
  }
}
