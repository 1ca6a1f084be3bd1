package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import dev.court.json.Json;
import dev.court.sandbox.realm.TokenLifetimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether the session will be alive at an opening: on a Sunday noon, and a session of the sandbox
 * ends after ten hours. Sunday the 29th at eleven in the evening opens in eleven hours.
 */
@Tag("long")
class ForecastTest extends WithPlayer {
  private static final String ELEVEN = "add --at 2026-11-29T23:00 --court 1";

  private void signIn(String... more) {
    List<String> line = new ArrayList<>(List.of("login"));
    line.addAll(List.of(more));
    player.type("player@example.com\nsandbox\n", line.toArray(String[]::new)).succeeds();
  }

  private void sessionsLast(Duration session) {
    player.close();
    Duration token = TokenLifetimes.DEFAULT.refresh();
    player = new Player(home, Player.NOW, new TokenLifetimes(token, token, session));
  }

  private Object forecast() {
    List<Object> said =
        List.of(
            type("next -o json").rows().get(0).get("session"),
            type("list -o json").rows().get(0).get("session"),
            type("list --bookings -o json").rows().get(0).get("session"),
            auth().get("at_next_opening"));
    assertThat(said).containsOnly(said.get(0));
    return said.get(0);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> auth() {
    return (Map<String, Object>) Json.tree(type("auth -o json").out());
  }

  /** The lines that run-due prints when cron starts it every ten minutes, and at the span's end. */
  private List<String> cronFor(Duration span) {
    List<String> said = new ArrayList<>();
    for (long minute = 0; minute < span.toMinutes(); minute += 10) {
      player.clock.advance(Duration.ofMinutes(Math.min(10, span.toMinutes() - minute)));
      Ran ran = type("run-due").succeeds();
      said.addAll((ran.out() + ran.err()).lines().toList());
    }
    return said;
  }

  @Test
  void nobody_signed_in_is_said_at_each_opening() {
    type(ELEVEN).succeeds();

    assertThat(forecast()).isEqualTo("signed-out");
    assertThat(type("next").out()).contains("nobody is signed in: court login");
  }

  @Test
  void a_session_is_kept_alive_by_run_due() {
    type("add --at 2026-11-29T21:00 --court 1").succeeds();
    signIn();

    assertThat(forecast()).isEqualTo("kept");
    assertThat(auth()).containsEntry("next_opening", "2026-11-22T21:00:00-05:00");
    assertThat(type("auth").out())
        .contains("opening    Sun 22 Nov 2026 21:00 EST  kept alive by run-due\n");
  }

  @Test
  void a_first_session_is_thought_to_last_as_long_as_is_usual() {
    type(ELEVEN).succeeds();

    Ran login = player.type("player@example.com\nsandbox\n", "login").succeeds();

    assertThat(login.err())
        .contains(
            "But the session likely ends Sun 22 Nov 2026 22:00 EST, and Sun 29 Nov 2026 23:00");
    assertThat(forecast()).isEqualTo("likely-ends-before");
    assertThat(auth()).containsEntry("session_likely_end", "2026-11-22T22:00:00-05:00");
    assertThat(type("auth").out()).contains("ends       likely Sun 22 Nov 2026 22:00 EST\n");
  }

  @Test
  void a_later_session_is_thought_to_last_as_long_as_the_one_before() {
    sessionsLast(Duration.ofHours(3));
    type("add --at 2026-11-29T17:00 --court 1").succeeds();
    signIn();
    assertThat(forecast()).isEqualTo("kept");
    cronFor(Duration.ofMinutes(2 * 60 + 55));

    signIn();

    assertThat(auth()).containsEntry("session_likely_end", "2026-11-22T17:55:00-05:00");
    assertThat(forecast()).isEqualTo("kept");
    type("add --at 2026-11-29T18:00 --court 2").succeeds();
    assertThat(type("next -o json").rows())
        .extracting(row -> row.get("session"))
        .containsExactly("kept", "likely-ends-before");
  }

  @Test
  void a_session_that_outlives_what_is_usual_is_not_thought_to_end_any_more() {
    sessionsLast(Duration.ofDays(2));
    type("add --at 2026-11-30T20:00 --court 1").succeeds();
    signIn();
    assertThat(forecast()).isEqualTo("likely-ends-before");

    cronFor(Duration.ofMinutes(9 * 60 + 50));

    assertThat(forecast()).isEqualTo("kept");
    assertThat(auth()).containsEntry("session_likely_end", null);
  }

  @Test
  void a_near_opening_is_lived_to_see_anyway() {
    type("add --at 2026-11-29T12:30").succeeds();
    player.clock.advance(Duration.ofMinutes(10));
    signIn();

    assertThat(forecast()).isEqualTo("alive");
  }

  @Test
  void remembered_credentials_make_up_for_any_end() {
    type(ELEVEN).succeeds();
    signIn("--remember");

    assertThat(forecast()).isEqualTo("renewed");
  }

  @Test
  void an_ended_session_is_said_at_each_opening() {
    type(ELEVEN).succeeds();
    signIn();
    player.clock.advance(Duration.ofHours(2));

    assertThat(forecast()).isEqualTo("ended");
  }

  @Test
  void an_end_that_is_likely_is_warned_of_hours_before_and_once() {
    type(ELEVEN).succeeds();
    signIn();

    String warning = cronFor(Duration.ofMinutes(5)).get(0);

    assertThat(warning)
        .isEqualTo(
            "court: the session likely ends Sun 22 Nov 2026 22:00 EST, and Sun 29 Nov 2026 23:00"
                + " opens Sun 22 Nov 2026 23:00 EST: court login --remember lets it begin anew");
    assertThat(cronFor(Duration.ofMinutes(9 * 60 + 50))).isEmpty();
  }

  @Test
  void an_end_that_is_known_is_said_and_warned_of_once() {
    type("add --at 2026-11-29T15:00 --court 1").succeeds();
    sessionsLast(Duration.ofHours(2));
    signIn();

    List<String> said = cronFor(Duration.ofMinutes(60 + 55));

    assertThat(said)
        .singleElement()
        .isEqualTo(
            "court: the session ends Sun 22 Nov 2026 14:00 EST, and Sun 29 Nov 2026 15:00"
                + " opens Sun 22 Nov 2026 15:00 EST: court login --remember lets it begin anew");
    assertThat(forecast()).isEqualTo("ends-before");
    assertThat(type("auth").out()).contains("ends       Sun 22 Nov 2026 14:00 EST\n");
  }

  @Test
  void an_end_stays_known_through_two_refreshes_in_a_row() {
    type(ELEVEN).succeeds();
    signIn();
    cronFor(Duration.ofMinutes(9 * 60 + 50));

    type("refresh-token").succeeds();
    type("refresh-token").succeeds();

    assertThat(forecast()).isEqualTo("ends-before");
    assertThat(cronFor(Duration.ofMinutes(5))).isEmpty();
  }

  @Test
  void what_is_added_after_a_warning_is_warned_of_as_well() {
    type(ELEVEN).succeeds();
    signIn();
    cronFor(Duration.ofMinutes(9 * 60 + 50));
    type("add --at 2026-11-29T22:30 --court 2").succeeds();

    assertThat(cronFor(Duration.ofMinutes(5)))
        .singleElement()
        .asString()
        .contains("Sun 29 Nov 2026 22:30 opens");
  }

  @Test
  void a_new_session_is_warned_of_anew() {
    type(ELEVEN).succeeds();
    type("add --at 2026-11-30T11:00 --court 1").succeeds();
    signIn();
    assertThat(cronFor(Duration.ofMinutes(9 * 60 + 50))).hasSize(1);

    signIn();

    assertThat(cronFor(Duration.ofMinutes(9 * 60 + 55)))
        .filteredOn(line -> line.contains("the session likely ends"))
        .singleElement()
        .asString()
        .contains("Mon 30 Nov 2026 11:00 opens");
  }

  @Test
  void openings_that_lie_far_off_are_not_warned_of_yet() {
    type("add --at 2026-11-30T18:00 --court 1").succeeds();
    signIn();

    assertThat(cronFor(Duration.ofMinutes(9 * 60 + 50))).isEmpty();
    assertThat(forecast()).isEqualTo("ends-before");
  }

  @Test
  void nobody_is_warned_whose_credentials_are_remembered() {
    type(ELEVEN).succeeds();
    signIn("--remember");

    assertThat(cronFor(Duration.ofMinutes(10 * 60 + 30))).isEmpty();
    assertThat(forecast()).isEqualTo("renewed");
  }

  @Test
  void next_counts_down_to_the_openings_in_order() {
    type("add --at 2026-12-04T07:00 --court 2 --name doubles").succeeds();
    type(ELEVEN).succeeds();
    type("add --at 2026-11-24T10:00").succeeds();
    type("add --on th --time 17:00").succeeds();
    type("pause 4").succeeds();

    assertThat(type("next").succeeds().out())
        .isEqualTo(
            """
            SCHEDULE  START                  OPENS                  IN               COURTS  SESSION                           NAME
            3         Tue 24 Nov 2026 10:00  Tue 17 Nov 2026 10:00  open now         1,2     nobody is signed in: court login
            2         Sun 29 Nov 2026 23:00  Sun 22 Nov 2026 23:00  11 hours         1       nobody is signed in: court login
            1         Fri 4 Dec 2026 07:00   Fri 27 Nov 2026 07:00  4 days 19 hours  2       nobody is signed in: court login  doubles
            """);
    assertThat(type("next -n 1 -o json").rows()).hasSize(1);
    assertThat(type("next -n 2 -o ndjson").out()).hasLineCount(2);
    assertThat(type("next -o csv").out().lines().findFirst().orElseThrow())
        .endsWith(",session,account,left_out,alternative_to");
  }

  @Test
  void next_knows_of_a_rare_schedule_beyond_what_is_filled() {
    type("add --rrule FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYHOUR=10").succeeds();

    assertThat(type("next -o json").rows())
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("desired_time", "2027-05-01T10:00:00-04:00"));
  }

  @Test
  void nothing_next_is_told() {
    assertThat(type("next").succeeds().err()).startsWith("Nothing is to be booked.");
    assertThat(type("next -o json").rows()).isEmpty();
  }

  @Test
  void what_is_booked_has_no_forecast() {
    bookTuesday();

    assertThat(type("list -o json").rows().get(0)).containsEntry("session", null);
    assertThat(type("next -o json").rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void refuses_a_number_that_is_none(String number) {
    type("next -n " + number).failsWith(ExitCodes.USAGE, "one opening is the least");
  }
}
