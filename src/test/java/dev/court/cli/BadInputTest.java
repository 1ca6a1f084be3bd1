package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked for: one line, the right code, and nothing written. */
class BadInputTest extends WithPlayer {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --rrule garbage                                  | 'GARBAGE' is no part of a rule
          --rrule FREQ=DAILY;FREQ=WEEKLY;BYHOUR=7          | FREQ is there twice
          --rrule FREQ=HOURLY;BYMINUTE=0                   | FREQ='HOURLY' is not taken
          --rrule FREQ=MINUTELY                            | FREQ='MINUTELY' is not taken
          --rrule FREQ=DAILY;BYHOUR=7;COUNT=0              | COUNT='0': use 1 to 10000
          --rrule FREQ=DAILY;BYHOUR=7;COUNT=-5             | COUNT='-5'
          --rrule FREQ=DAILY;BYHOUR=7;INTERVAL=0           | INTERVAL='0'
          --rrule FREQ=DAILY;BYHOUR=7;COUNT=2;UNTIL=20270101 | COUNT and UNTIL
          --rrule FREQ=WEEKLY;BYDAY=1MO;BYHOUR=7           | BYDAY=1MO does not go with FREQ=WEEKLY
          --rrule FREQ=DAILY;BYHOUR=25                     | BYHOUR='25'
          --rrule FREQ=DAILY                               | the rule names no time of day
          --rrule FREQ=DAILY;BYHOUR=8 --time 7:00          | the time is in both the rule and --time
          --rrule FREQ=DAILY --from 2026-12-01T07:00 --time 7:00 | the time is in both --from and --time
          --rrule FREQ=DAILY;BYHOUR=7;BYMINUTE=10          | 07:10 is off the grid
          --rrule FREQ=DAILY;BYHOUR=7;BYMINUTE=0,10        | 07:10 is off the grid
          --rrule FREQ=DAILY;BYHOUR=7 --every 2            | go with --on, not with --rrule
          --rrule FREQ=DAILY;BYHOUR=7 --from 2026-13-01    | '2026-13-01' is no date that exists
          --rrule FREQ=DAILY;BYHOUR=7;UNTIL=20261101       | no time to play ahead
          --at 2025-12-02T17:00                            | 2025-12-02T17:00 is over
          --at 2026-02-30T10:00                            | '2026-02-30' is no date that exists
          --at 2027-02-29T10:00                            | '2027-02-29' is no date that exists
          --at 2026-12-02T24:00                            | '24:00' is no time of day
          --at 2026-12-02T17:10                            | 17:10 is off the grid: take 17:00 or 17:30 (starts are every 30 minutes from midnight)
          --at 2026-12-02T17:00:30                         | 17:00:30 is off the grid
          --at 2026-12-02                                  | '2026-12-02' names no time
          --at tomorrow                                    | 'tomorrow' names no time
          --at 2026-12-02T17:00+99:00                      | is no time that exists
          --at 02.12.2026T17:00                            | '02.12.2026' is no date in the order of year, month and day
          --at 2026-12-02T17:00 --time 18:00               | --from and --time go with a rule
          --at 2026-12-02T17:00 --count 3                  | go with --on, not with --at
          --at 2026-12-02T17:00 --on we --time 17:00       | --at, --on and --rrule each say when: leave all but one of them out
          --time 17:00                                     | say when: in words
          --on we                                          | --on needs --time
          --on xx --time 17:00                             | no day 'xx'
          --on we --time 25:00                             | '25:00' is no time of day
          --on we --time 5pm                               | '5pm' is no time of day
          --on we --time 17:00 --every 0                   | INTERVAL='0'
          --on we --time 17:00 --count 0                   | COUNT='0'
          --on we --time 17:00 --count 2 --until 2027-01-01 | COUNT and UNTIL
          --on we --time 17:00 --until 2026-11-01          | no time to play ahead
          --on we --time 17:00 --until soon                | 'soon' is no date: write it such as 2026-12-02
          --on we --time 17:00 --from 2026-12-01T10:00     | --from takes a date alone
          --at 2026-12-02T17:00 --court 3                  | no court '3': there is 1, 2
          --at 2026-12-02T17:00 --court 1,1                | courts '1,1': name each court once
          --at 2026-12-02T17:00 --court ,                  | name each court once
          --at 2026-12-02T17:00 --duration 0               | a duration of 0 minutes is no time to play
          --at 2026-12-02T17:00 --duration -30             | a duration of -30 minutes
          --at 2026-12-02T17:00 --duration 45              | 45 minutes is no multiple
          --at 2026-12-02T17:00 --duration 90              | 90 minutes is too long
          --at 2026-12-02T17:00 --duration PT1H0.5S        | is too long
          --at 2026-12-02T17:00 --duration long            | 'long' is no duration
          --at 2026-12-02T17:00 --duration 99999999999     | '99999999999' is no duration
          --at 2026-12-02T17:00 --guests many              | guests 'many': write a number
          --at 2026-12-02T17:00 --guests -1                | guests '-1'
          --at 2026-12-02T17:00 --guests ٣                 | write a number
          """)
  void is_told_in_one_line_by_add_and_by_preview(String options, String reason) {
    type("add " + options).failsWith(ExitCodes.USAGE, reason);
    type("add --dry-run " + options).failsWith(ExitCodes.USAGE, reason);
    type("preview " + options).failsWith(ExitCodes.USAGE, reason);

    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two\nlines", "a tab\there", "\u001b[31mred", "line\u2028separator", "\ud800"})
  void a_name_is_one_line_that_can_be_printed(String name) {
    court("add", "--at", "2026-12-02T17:00", "--name", name)
        .failsWith(ExitCodes.USAGE, "a name is one line of at most 100 characters");
  }

  @Test
  void a_name_has_a_hundred_characters_at_most() {
    court("add", "--at", "2026-12-02T17:00", "--name", "x".repeat(101))
        .failsWith(ExitCodes.USAGE, "a name is one line of at most 100 characters");

    court("add", "--at", "2026-12-02T17:00", "--name", "é".repeat(100)).succeeds();
  }

  @Test
  void a_rule_of_a_million_characters_is_refused() {
    court("add", "--rrule", "FREQ=DAILY;BYHOUR=" + "7,".repeat(500_000))
        .failsWith(ExitCodes.USAGE, "is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/api/v1",
        "http://10.0.0.1/api/v1",
        "ftp://127.0.0.1/",
        "example"
      })
  void plain_http_to_another_machine_is_refused_before_anything_is_sent(String url) {
    player.with("COURT_API_URL", url);

    type("add --at 2026-11-24T10:00").failsWith(ExitCodes.SETUP, "setting api_url (COURT_API_URL)");
    player
        .type("token", "login", "--with-token")
        .failsWith(ExitCodes.SETUP, "setting api_url (COURT_API_URL)");

    assertThat(player.sandbox.requests()).isEmpty();
  }
}
