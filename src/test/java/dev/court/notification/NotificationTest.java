package dev.court.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.court.BackgroundTask;
import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.cli.ExitCodes;
import dev.court.workspace.LeaseOwner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who is away is told what came of each run, once. */
class NotificationTest {
  @TempDir Path home;
  private final Receiver receiver = new Receiver();
  private Evening evening;

  @BeforeEach
  void comes() {
    evening = Evening.at(home);
    set(receiver.hook());
  }

  @AfterEach
  void leaves() {
    evening.close();
    receiver.close();
  }

  private void set(String notify) {
    evening.player.court("config", "set", "notify", notify).succeeds();
  }

  private Map<String, Object> only() {
    assertThat(receiver.events()).hasSize(1);
    return receiver.bodies("/hook").get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> booking(Map<String, Object> body) {
    return (Map<String, Object>) body.get("booking");
  }

  @Test
  void a_booked_court_is_told_once_with_everything_about_it() {
    evening.adds("--at", Evening.FIVE, "--court", "1,2", "--name", "Ladder 🎾 Jürgen");

    evening.runDue().succeeds();
    evening.aMinuteLater().succeeds();

    Map<String, Object> body = only();
    assertThat(body)
        .containsEntry("event", "booked")
        .containsEntry("title", "Booked: Wed 2 Dec 2026 17:00 EST, Court 1")
        .containsEntry("at", "2026-11-25T17:00:00-05:00")
        .containsEntry("account", "default");
    assertThat(body.get("text").toString())
        .startsWith("Ladder 🎾 Jürgen, 30 minutes.\nThe first request went out 0 ms after")
        .endsWith("\nReservation 481001.");
    assertThat(booking(body))
        .containsEntry("id", 1)
        .containsEntry("schedule_id", 1)
        .containsEntry("status", "success")
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00")
        .containsEntry("trigger_time", "2026-11-25T17:00:00-05:00")
        .containsEntry("booked_court_id", "1")
        .containsEntry("reservation_id", "481001")
        .containsEntry("name", "Ladder 🎾 Jürgen");
  }

  @Test
  void what_the_person_held_already_is_told_as_that() {
    evening.player.sandbox.holdByHand(
        "2", LocalDateTime.parse(Evening.FIVE), Duration.ofMinutes(30));
    evening.asleepFor(Duration.ofDays(2)).wants("1,2").runDue().succeeds();

    assertThat(only())
        .containsEntry("event", "booked")
        .containsEntry("title", "Held already: Wed 2 Dec 2026 17:00 EST, Court 2")
        .containsEntry(
            "text",
            "Schedule 1, 30 minutes.\nReservation 481001 was made by hand, so nothing was asked for.");
  }

  @Test
  void a_lost_court_is_told_with_the_reason() {
    evening.takenBySomebody("1").takenBySomebody("2").wants("1,2");

    evening.runDue();
    evening.aMinuteLater();

    assertThat(only())
        .containsEntry("event", "lost")
        .containsEntry("title", "Lost: Wed 2 Dec 2026 17:00 EST, Court 1, else Court 2");
    assertThat(only().get("reason").toString()).contains("already reserved");
    assertThat(only().get("text").toString())
        .contains("Somebody was faster: it was asked for 0 ms after the opening, and was taken");
  }

  @Test
  void a_time_that_is_lost_while_another_would_do_is_told_with_the_last_one() {
    evening
        .takenBySomebody("1")
        .but("refuse=2:This slot is already reserved")
        .adds("--at", Evening.FIVE, "--court", "1", "--or", "17:30");
    evening.runDue().succeeds();
    evening.aMinuteLater();
    assertThat(receiver.events()).isEmpty();

    evening.asleepFor(Duration.ofMinutes(29)).runDue();
    evening.aMinuteLater();

    assertThat(only())
        .containsEntry("event", "lost")
        .containsEntry("title", "Lost: Wed 2 Dec 2026 17:00 EST, or 17:30, Court 1");
  }

  @Test
  void the_time_that_is_booked_in_place_of_another_one_is_told_alone() {
    evening.takenBySomebody("1").adds("--at", Evening.FIVE, "--court", "1", "--or", "17:30");
    evening.runDue().succeeds();

    evening.asleepFor(Duration.ofMinutes(30)).runDue().succeeds();
    evening.aMinuteLater();

    assertThat(only())
        .containsEntry("event", "booked")
        .containsEntry("title", "Booked: Wed 2 Dec 2026 17:30 EST, Court 1");
  }

  @Test
  void a_court_that_was_slept_through_is_told_as_missed() {
    evening.wants("1").asleepFor(Duration.ofDays(8)).runDue();

    assertThat(only()).containsEntry("event", "missed");
  }

  @Test
  void a_court_that_is_watched_is_told_as_waiting_and_then_as_lost() {
    evening
        .takenBySomebody("1")
        .adds("--at", Evening.FIVE, "--court", "1", "--keep-trying", "30m", "--every", "10m");

    evening.runDue();
    evening.after(Duration.ofMinutes(10));
    assertThat(receiver.events()).containsExactly("waiting");

    evening.after(Duration.ofMinutes(10));
    evening.after(Duration.ofMinutes(10));
    assertThat(receiver.events()).containsExactly("waiting", "lost");
  }

  @Test
  void an_unknown_booking_is_told_and_then_what_it_turned_out_to_be() {
    evening.wants("1,2").but("drop-answer=2,list-404");
    evening.runDue();
    evening.aMinuteLater();
    assertThat(only()).containsEntry("event", "unknown");

    evening.player.sandbox.faults().clear();
    evening.aMinuteLater();

    assertThat(receiver.events()).containsExactly("unknown", "booked");
    assertThat(receiver.bodies("/hook").get(1).get("text").toString())
        .contains("Its answer was lost, but the reservation is there.");
  }

  @Test
  void an_unknown_booking_that_is_asked_for_again_is_told_once_and_when_it_is_booked() {
    evening.wants("1").but("drop-request");
    evening.runDue();
    evening.aMinuteLater();
    evening.player.sandbox.faults().clear();

    evening.after(Duration.ofMinutes(2));

    assertThat(receiver.events()).containsExactly("unknown", "booked");
  }

  @Tag("long")
  @Test
  void trouble_of_a_booking_is_told_once_and_its_end_is_the_booking() {
    evening.wants("1").but("429=always:2m");

    for (int minute = 0; minute < 20; minute++) {
      evening.aMinuteLater();
    }
    assertThat(only()).containsEntry("event", "trouble");
    assertThat(only().get("title").toString()).startsWith("Not booked yet: Wed 2 Dec 2026 17:00");

    evening.player.sandbox.faults().clear();
    evening.after(Duration.ofMinutes(2));
    assertThat(receiver.events()).containsExactly("trouble", "booked");
  }

  @Tag("long")
  @Test
  void a_missing_sign_in_is_told_once_then_daily_and_its_end_once() {
    evening.wants("1");
    evening.player.endSessions();
    evening.player.court("refresh-token");

    for (int minute = 0; minute < 10; minute++) {
      evening.aMinuteLater();
    }
    assertThat(only()).containsEntry("event", "sign-in").containsEntry("title", "Sign-in needed");

    evening.after(Duration.ofHours(24));
    assertThat(receiver.events()).containsExactly("sign-in", "sign-in");

    evening.player.signIn();
    evening.aMinuteLater();
    evening.aMinuteLater();
    assertThat(receiver.events()).filteredOn("over"::equals).hasSize(1);
  }

  @Test
  void a_realm_that_is_down_for_a_moment_is_nobodys_business() {
    evening.player.clock.advance(Duration.ofMinutes(21));
    evening.but("5xx@token=3");

    for (int minute = 0; minute < 5; minute++) {
      evening.aMinuteLater();
    }

    assertThat(receiver.events()).isEmpty();
  }

  @Test
  void a_realm_that_is_down_when_a_booking_is_due_is_told_at_once_and_its_return_too() {
    evening.adds("--at", "2026-12-02T17:30", "--court", "2").but("5xx@token");
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(27)));

    assertThat(evening.runDue("--within", "5m").code()).isEqualTo(ExitCodes.TEMPORARY);
    assertThat(only()).containsEntry("event", "trouble");
    assertThat(only().get("text").toString()).endsWith("Due: Wed 2 Dec 2026 17:30 EST.");

    evening.player.sandbox.faults().clear();
    evening.player.signIn();
    evening.aMinuteLater().succeeds();
    evening.aMinuteLater();
    assertThat(receiver.events()).containsExactlyInAnyOrder("trouble", "over", "booked");
  }

  @Test
  void a_session_that_ends_before_an_opening_is_told_ahead() {
    evening.player.with("COURT_TIMEZONE", null);
    evening.adds("--at", "2026-12-03T03:00", "--court", "1");

    for (int minute = 0; minute < 10 * 60 && receiver.events().isEmpty(); minute++) {
      evening.aMinuteLater();
    }

    assertThat(only()).containsEntry("event", "session-end");
    assertThat(only().get("text").toString()).contains("Thu 3 Dec 2026 03:00 EST opens");
  }

  @Test
  void settings_that_are_missing_are_told_once() {
    evening.wants("1").player.with("COURT_OCCUPANT_ID", null);

    for (int minute = 0; minute < 5; minute++) {
      evening.aMinuteLater();
    }

    assertThat(only()).containsEntry("event", "trouble");
    assertThat(only().get("reason").toString()).startsWith("no occupant id is set");
  }

  @Test
  void words_without_end_cost_no_booking() {
    String name = "Platz 🎾".repeat(200);
    evening
        .player
        .court(
            "config",
            "set",
            "courts",
            "{\"1\": {\"amenity_id\": 8, \"name\": \"%s\"}}".formatted(name))
        .succeeds();
    evening.wants("1").runDue().succeeds();

    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(only().get("title").toString()).startsWith("Booked: ").hasSizeLessThan(501);
  }

  @Test
  void only_what_a_channel_wants_is_told_there() {
    set(receiver.hook("lost", "sign-in"));
    evening.wants("1").runDue().succeeds();

    assertThat(receiver.events()).isEmpty();
  }

  @Test
  void an_idle_run_asks_nobody_anything() {
    evening.runDue().succeeds();

    assertThat(receiver.paths()).isEmpty();
  }

  @Test
  void a_channel_that_is_down_gets_it_later_at_longer_and_longer_intervals() {
    receiver.answering("/hook", aResponse().withStatus(503));
    evening.wants("1").runDue().succeeds();
    for (int minute = 0; minute < 19; minute++) {
      evening.aMinuteLater().succeeds();
    }
    // at once, and after 1, 3, 8 and 18 minutes
    assertThat(receiver.requests("/hook")).hasSize(5);

    receiver.answering("/hook", aResponse().withStatus(204));
    evening.asleepFor(Duration.ofMinutes(20)).runDue().succeeds();
    evening.asleepFor(Duration.ofMinutes(20)).runDue().succeeds();

    assertThat(receiver.events()).hasSize(6);
    assertThat(receiver.bodies("/hook").stream().map(body -> body.get("id")).distinct()).hasSize(1);
  }

  @Test
  void a_channel_that_is_down_neither_fails_the_run_nor_says_a_word() {
    receiver.answering("/hook", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    Ran ran = evening.wants("1").runDue();

    assertThat(ran.succeeds().err()).isEmpty();
    assertThat(evening.player.court("notify").out()).contains("hook", "breaks off");
  }

  @Test
  void a_channel_that_asks_to_be_left_alone_is() {
    receiver.answering("/hook", aResponse().withStatus(429).withHeader("Retry-After", "600"));
    evening.wants("1").runDue().succeeds();

    evening.after(Duration.ofMinutes(9)).succeeds();
    assertThat(receiver.requests("/hook")).hasSize(1);
    evening.after(Duration.ofMinutes(2)).succeeds();
    assertThat(receiver.requests("/hook")).hasSize(2);
  }

  @Tag("long")
  @Test
  void what_nobody_took_for_a_day_is_given_up_and_said_once() {
    receiver.answering("/hook", aResponse().withStatus(500));
    evening.wants("1").runDue().succeeds();

    List<String> said = new ArrayList<>();
    for (int hour = 0; hour < 26; hour++) {
      evening.player.signIn();
      evening.after(Duration.ofHours(1)).err().lines().forEach(said::add);
    }

    assertThat(said.stream().filter(line -> line.contains("given up")))
        .containsExactly(
            "court: a message on channel 'hook' given up after a day: 127.0.0.1 answered 500"
                + " (Booked: Wed 2 Dec 2026 17:00 EST, Court 1)");
  }

  @Test
  void a_clock_that_is_a_year_ahead_once_neither_gives_up_a_message_nor_puts_it_off() {
    receiver.answering("/hook", aResponse().withStatus(500));
    evening.wants("1").runDue().succeeds();
    aYearAhead();

    receiver.answering("/hook", aResponse().withStatus(200));
    evening.aMinuteLater().succeeds();

    assertThat(receiver.events()).endsWith("booked");
    assertThat(evening.player.court("notify", "-o", "json").rows().get(0))
        .containsEntry("waiting", 0);
  }

  @Test
  void what_a_clock_that_was_wrong_reported_as_missed_is_corrected_in_one_message() {
    evening.adds("--on", "we", "--time", "17:00", "--from", "2026-12-09");
    evening.adds("--at", "2026-12-10T17:00");
    aYearAhead();
    assertThat(receiver.events()).containsOnly("missed").hasSize(20);
    int before = receiver.events().size();

    Ran ran = evening.aMinuteLater();

    assertThat(ran.err()).contains("the clock of this machine was wrong: 52 bookings wait again");
    assertThat(receiver.events().subList(before, receiver.events().size()))
        .containsOnlyOnce("settled")
        .doesNotContain("missed");
    assertThat(evening.aMinuteLater().err()).isEmpty();
    assertThat(evening.bookings()).extracting(one -> one.get("status")).containsOnly("pending");
  }

  @Test
  void messages_that_were_not_sent_are_withdrawn_and_need_no_correction() {
    receiver.answering("/hook", aResponse().withStatus(500));
    evening.adds("--at", "2026-12-10T17:00");
    aYearAhead();

    receiver.answering("/hook", aResponse().withStatus(200));
    evening.aMinuteLater();

    assertThat(receiver.events()).containsExactly("missed");
    assertThat(evening.player.court("notify", "-o", "json").rows().get(0))
        .containsEntry("waiting", 0);
  }

  @Test
  void trouble_that_was_told_a_year_ahead_is_told_again() {
    evening.player.court("logout").succeeds();
    evening.wants("1");
    aYearAhead();
    evening.adds("--at", "2026-12-02T18:00");
    int before = receiver.events().size();

    evening.aMinuteLater();

    assertThat(receiver.events().size()).isGreaterThan(before);
  }

  /** One run comes while the clock of this machine, and not the building's, is a year ahead. */
  private void aYearAhead() {
    Duration year = Duration.ofDays(365);
    evening.player.clock.advance(year);
    evening.but("clock=-%ss".formatted(year.toSeconds()));
    evening.runDue();
    evening.player.sandbox.faults().clear();
    evening.player.clock.advance(year.negated());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_is_not_followed(int status) {
    receiver.answering(
        "/hook", aResponse().withStatus(status).withHeader("Location", receiver.url("/elsewhere")));

    evening.wants("1").runDue().succeeds();

    assertThat(receiver.paths()).containsExactly("/hook");
    assertThat(evening.player.court("notify").out()).contains("redirects are not followed");
  }

  @Tag("long")
  @Test
  void what_another_run_is_sending_is_left_alone_until_that_is_dead() {
    receiver.answering("/hook", aResponse().withStatus(503));
    evening.wants("1").runDue().succeeds();
    receiver.answering("/hook", aResponse().withStatus(200).withFixedDelay(1_500));
    evening.player.clock.advance(Duration.ofMinutes(2));
    receiver.forget();

    var one = BackgroundTask.begin(() -> evening.runDue());
    while (receiver.paths().isEmpty() && !one.isDone()) {
      evening.player.as(new LeaseOwner("another run", "", id -> false)).court("run-due").succeeds();
    }
    one.join().succeeds();

    assertThat(receiver.events()).hasSize(1);
  }

  @Test
  void nothing_is_sent_while_another_opening_is_near() {
    receiver.answering("/hook", aResponse().withStatus(503));
    evening.wants("1").runDue().succeeds();
    receiver.answering("/hook", aResponse().withStatus(200));
    receiver.forget();
    evening.adds("--at", "2026-12-02T17:30", "--court", "2");
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(20)));
    evening.player.court("refresh-token").succeeds();
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(30)).minusSeconds(20));

    evening.runDue("--within", "PT1S").succeeds();
    assertThat(receiver.events()).isEmpty();

    evening.after(Duration.ofSeconds(21)).succeeds();
    assertThat(receiver.events()).containsExactly("booked", "booked");
  }

  @Test
  void of_two_outcomes_that_wait_for_a_channel_the_later_is_told() {
    receiver.answering("/hook", aResponse().withStatus(503));
    evening.wants("1").but("429=always:2m").runDue();
    evening.player.sandbox.faults().clear();
    evening.after(Duration.ofMinutes(2)).succeeds();
    receiver.answering("/hook", aResponse().withStatus(200));
    receiver.forget();

    evening.after(Duration.ofMinutes(2)).succeeds();

    assertThat(receiver.events()).containsExactly("booked");
  }

  @Test
  void a_channel_that_was_taken_out_is_forgotten_with_its_messages() {
    receiver.answering("/hook", aResponse().withStatus(503));
    evening.wants("1").runDue().succeeds();
    set("{\"other\":{\"type\":\"webhook\",\"url\":\"" + receiver.url("/other") + "\"}}");

    evening.takenBySomebody("2").wants("2").after(Duration.ofMinutes(2));

    assertThat(receiver.bodies("/other")).hasSize(1);
  }
}
