package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each person may want the courts in another order. */
class AccountCourtsTest extends WithPlayer {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2,1", "['2', '1']", "[2, 1]"})
  void who_names_no_court_takes_them_in_this_order(String order) {
    court("config", "set", "accounts.eve.courts", order.replace('\'', '"')).succeeds();

    type("add --at 2026-12-02T17:00 --account eve").succeeds();
    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(courtsOf("list --account eve")).containsExactly(List.of("2", "1"));
    assertThat(courtsOf("list --account default")).containsExactly(List.of("1", "2"));
    assertThat(courtsOf("preview --on we --time 17:00 --count 1 --account eve"))
        .containsExactly(List.of("2", "1"));
    assertThat(courtsOf("accounts")).containsExactly(List.of("2", "1"), List.of("1", "2"));
    assertThat(type("config").out()).contains("eve (courts 2,1)");
  }

  @Test
  void the_run_asks_for_the_first_of_them() {
    type("config set accounts.default.courts 2,1").succeeds();
    type("add --at 2026-11-24T10:00").succeeds();
    player.signIn();

    assertThat(type("run-due").succeeds().out()).contains("Court 2");
  }

  @Test
  void a_court_that_is_named_comes_before_it() {
    type("config set accounts.default.courts 2,1").succeeds();

    assertThat(type("add --at 2026-12-02T17:00 --court 1").succeeds().out())
        .contains("Court 1,")
        .doesNotContain("Court 2");
  }

  @Test
  void an_import_takes_them_too() {
    type("config set accounts.eve.courts 2").succeeds();
    file("a.ics", EVENT);

    court("import", folder.resolve("a.ics").toString(), "--account", "eve").succeeds();

    assertThat(courtsOf("list --account eve")).containsExactly(List.of("2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3          | account 'eve' has no court '3': there is 1, 2",
        "1,1        | name each court once",
        "[]         | name each court once",
        "{\"1\": 8} | courts of account 'eve' must be in their order, such as 2,1"
      })
  void what_is_no_order_is_refused_and_not_written(String order, String why) {
    court("config", "set", "accounts.eve.courts", order).failsWith(ExitCodes.USAGE, why);

    assertThat(type("accounts").out()).doesNotContain("eve");
  }

  @Test
  void a_court_that_somebody_wants_first_is_not_taken_away() {
    type("config set accounts.eve.courts 2,1").succeeds();

    court("config", "set", "courts", "{\"1\": {\"amenity_id\": 8}}")
        .failsWith(ExitCodes.USAGE, "setting accounts (config.json): account 'eve' has no court");
  }

  private List<Object> courtsOf(String line) {
    return type(line + " -o json").rows().stream().map(row -> row.get("court_ids")).toList();
  }

  private static final String EVENT =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:one
      DTSTART;TZID=America/New_York:20261202T170000
      DURATION:PT30M
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");
}
