package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithEvening;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A due booking for either court, and everything that can go wrong at Atrium's side. */
@Tag("any-database")
@Tag("long-on-server")
class RunDueFaultsTest extends WithEvening {
  @Test
  void books_the_second_court_when_the_first_is_taken() {
    evening.wants("1,2").takenBySomebody("1");

    assertThat(evening.runDue().succeeds().out()).contains("booked", "Court 2");

    assertThat(evening.booking()).containsEntry("booked_court_id", "2");
    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void takes_the_second_when_somebody_is_a_moment_faster() {
    evening.wants("1,2").but("taken=1");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void loses_when_both_are_taken_and_keeps_the_reason_in_the_servers_words() {
    evening.wants("1,2").takenBySomebody("1").takenBySomebody("2");

    assertThat(evening.runDue().code()).isEqualTo(3);

    assertThat(evening.booking()).containsEntry("status", "failed").containsEntry("attempts", 2);
    assertThat(evening.booking().get("last_error").toString()).contains("already reserved");
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop-request=1",
        "drop-answer=1",
        "drop-answer=2",
        "cut-answer=1",
        "truncate=1",
        "5xx=1",
        "5xx=2",
        "5xx-after=1",
        "5xx-after=2",
        "html=1",
        "hang-up=1",
        "429=1",
        "429=2:3s",
        "401=1",
        "latency=40ms",
        "answer-latency=40ms",
        "drop-answer=1,5xx=1",
        "5xx-after=1,drop-request=1",
      })
  void books_the_wanted_court_once_in_spite_of(String faults) {
    evening.wants("1,2").but(faults);

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.booking()).containsEntry("booked_court_id", "1");
    assertThat(evening.booking()).containsEntry("attempts", evening.shots().size());
  }

  @Tag("long")
  @Test
  void an_answer_that_stalls_is_not_waited_for_forever() {
    evening.player.waitingFor(Duration.ofSeconds(2));
    evening.wants("1,2").but("stall=1");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking().get("reservation_id")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list-404
          list-405
          html@list
          5xx@list
          truncate@list
          drop-answer@list
          """)
  void stays_unknown_when_the_answer_is_lost_and_nothing_can_be_read(String unreadable) {
    evening.wants("1,2").but("drop-answer=2," + unreadable);

    assertThat(evening.runDue().code()).isEqualTo(8);

    assertThat(evening.booking()).containsEntry("status", "unknown");
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).allMatch(shot -> shot.body().contains("\"amenity_id\":8"));
  }

  @Test
  void an_unknown_booking_is_told_once_and_settled_when_reading_works_again() {
    evening.wants("1,2").but("drop-answer=2,list-404");
    assertThat(evening.runDue().out()).startsWith("unknown").hasLineCount(1);

    assertThat(evening.aMinuteLater().out()).isEmpty();
    assertThat(evening.after(Duration.ofMinutes(10)).code()).isEqualTo(8);
    evening.player.sandbox.faults().clear();

    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked").contains("Court 1");
    assertThat(evening.held()).containsExactly("Court 1");
    // it was taken after two lost answers, so nothing was asked for again
    assertThat(evening.shots()).hasSize(3);
  }

  @Test
  void a_proxy_that_turns_requests_away_for_seconds_loses_nothing() {
    evening.wants("1,2").but("blocked=3");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).hasSize(4);
  }

  @Test
  void a_listing_that_is_behind_the_times_does_not_make_a_second_reservation() {
    evening.wants("1,2").but("drop-answer=1,list-empty");
    assertThat(evening.runDue().code()).isEqualTo(8);
    evening.player.sandbox.faults().clear();

    evening.after(Duration.ofMinutes(2)).succeeds();

    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_refusal_in_unknown_words_is_kept_word_for_word() {
    evening.wants("1,2").but("refuse=always:Payment required");

    assertThat(evening.runDue().code()).isEqualTo(3);

    assertThat(evening.booking()).containsEntry("last_error", "HTTP 400: Payment required");
    assertThat(evening.shots()).hasSize(4);
  }

  @Test
  void a_server_that_is_down_is_tried_again_by_the_next_run() {
    evening.wants("1").but("5xx");
    assertThat(evening.runDue().code()).isEqualTo(8);
    assertThat(evening.booking()).containsEntry("status", "unknown");
    evening.player.sandbox.faults().clear();

    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void trouble_that_goes_on_is_told_once() {
    evening.wants("1").but("5xx");
    assertThat(evening.runDue().out()).startsWith("unknown").contains("502");

    assertThat(evening.aMinuteLater()).matches(ran -> ran.code() == 8 && ran.out().isEmpty());

    assertThat(evening.shots()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void a_wait_the_server_asks_for_is_kept_across_runs() {
    evening.wants("1").but("429=1:10m");
    assertThat(evening.runDue().code()).isEqualTo(5);

    evening.aMinuteLater().succeeds();
    assertThat(evening.shots()).hasSize(1);
    evening.after(Duration.ofMinutes(9)).succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_server_whose_clock_is_behind_gets_the_request_again() {
    evening.wants("1").but("clock=-1.7s");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).hasSizeLessThanOrEqualTo(5);
  }

  @Tag("long")
  @Test
  void a_server_whose_window_opens_later_is_asked_again_each_half_hour() {
    evening.wants("1").but("clock=-40m");
    evening.runDue();

    for (int minute = 1; minute <= 60; minute++) {
      evening.aMinuteLater();
    }

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).hasSizeLessThan(40);
  }
}
