package dev.court.booking;

import static dev.court.booking.TacticsScript.outcome;
import static dev.court.booking.TacticsScript.play;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done after each answer, by table: what is answered, and what happens. */
class TacticsTest {
  private static final Duration NEXT_RUN = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1   | booked      | send 1, Won 1
          1,2 | taken booked| send 1, send 2, Won 2
          2,1 | taken booked| send 2, send 1, Won 1
          1,2 | taken taken | send 1, send 2, Lost
          1   | taken       | send 1, Lost
          """)
  void a_taken_court_leads_to_the_next_one(String courts, String answers, String story) {
    assertThat(play(courts, answers)).isEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          early booked             | send 1, send 1, Won 1
          early early booked       | send 1, send 1, send 1 after PT0.3S, Won 1
          early taken booked       | send 1, send 1, send 2, Won 2
          taken early booked       | send 1, send 2, send 2, Won 2
          early early early early early | send 1, send 1, send 1 after PT0.3S, send 1 after PT1S, \
          send 1 after PT2S, NotReleased
          early gave-up            | send 1, send 1, TryAgain
          """)
  void too_early_never_changes_the_court(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 fresh booked       | send 1, refresh, send 1, Won 1
          401 fresh 401          | send 1, refresh, send 1, SignInRequired
          401 ended              | send 1, refresh, SignInRequired
          401 trouble            | send 1, refresh, TryAgain
          401 fresh taken booked | send 1, refresh, send 1, send 2, Won 2
          """)
  void a_refused_token_is_refreshed_once(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 booked           | send 1, send 1 after PT1S, Won 1
          429:PT7S booked      | send 1, send 1 after PT7S, Won 1
          429:PT0S booked      | send 1, send 1, Won 1
          429:PT2M gave-up     | send 1, send 1 after PT2M, TryAgain
          """)
  void a_throttled_request_waits_as_long_as_it_is_told(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @Test
  void a_longer_wait_than_the_run_lasts_is_left_to_a_later_run() {
    assertThat(outcome("1", "429:PT5M gave-up"))
        .isEqualTo(new Outcome.TryAgain("429:PT5M", Duration.ofMinutes(5)));
    assertThat(outcome("1", "429:PT5S gave-up"))
        .isEqualTo(new Outcome.TryAgain("429:PT5S", NEXT_RUN));
  }

  @Test
  void what_was_not_sent_is_sent_again_ever_more_slowly_until_time_is_up() {
    assertThat(play("1", "unsent ".repeat(9) + "gave-up"))
        .isEqualTo(
            "send 1, send 1 after PT0.05S, send 1 after PT0.1S, send 1 after PT0.2S,"
                + " send 1 after PT0.4S, send 1 after PT0.8S, send 1 after PT1.6S,"
                + " send 1 after PT3.2S, send 1 after PT5S, send 1 after PT5S, TryAgain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unclear booked               | send 1, send 1, Won 1
          unclear unclear held:1       | send 1, send 1, read, Won 1
          unclear taken held:1         | send 1, send 1, read, Won 1
          unclear refused held:1       | send 1, send 1, read, Won 1
          unclear taken empty held:1   | send 1, send 1, read, read after PT2S, Won 1
          unclear taken unreadable     | send 1, send 1, read, Unresolved
          unclear unclear unreadable   | send 1, send 1, read, Unresolved
          unclear taken empty unreadable | send 1, send 1, read, read after PT2S, Unresolved
          unclear gave-up unreadable   | send 1, send 1, read, Unresolved
          unclear gave-up empty empty empty \
                | send 1, send 1, read, read after PT2S, read after PT5S, TryAgain
          unclear 401 fresh booked     | send 1, send 1, refresh, send 1, Won 1
          unclear 401 ended held:1     | send 1, send 1, refresh, read, Won 1
          unclear 401 ended empty empty empty \
                | send 1, send 1, refresh, read, read after PT2S, read after PT5S, SignInRequired
          unclear early booked         | send 1, send 1, send 1, Won 1
          unclear early early early early early empty empty empty \
                | send 1, send 1, send 1, send 1 after PT0.3S, send 1 after PT1S, \
          send 1 after PT2S, read, read after PT2S, read after PT5S, NotReleased
          """)
  void a_lost_answer_is_cleared_up_by_the_same_court_or_by_reading(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @Test
  void another_court_is_asked_only_after_readings_that_show_nothing() {
    assertThat(play("1,2", "unclear taken empty empty empty booked"))
        .isEqualTo("send 1, send 1, read, read after PT2S, read after PT5S, send 2, Won 2");
  }

  @Test
  void the_same_court_is_asked_first_once_nothing_is_held() {
    assertThat(play("1,2", "unclear unclear empty empty empty booked"))
        .isEqualTo("send 1, send 1, read, read after PT2S, read after PT5S, send 1, Won 1");
  }

  @Test
  void a_request_that_arrives_after_the_readings_is_still_found() {
    assertThat(play("1,2", "unclear unclear empty empty empty taken held:1"))
        .endsWith("send 1, read, Won 1");
  }

  @Test
  void nothing_is_lost_for_certain_after_a_lost_answer() {
    assertThat(play("1", "unclear taken empty empty empty")).endsWith("Unresolved");
    assertThat(play("1,2", "unclear taken empty empty empty taken")).endsWith("send 2, Unresolved");
    assertThat(play("1", "unclear refused empty empty empty refused empty empty empty"))
        .endsWith("Unresolved");
  }

  @Test
  void a_court_that_never_answers_gives_way_in_the_end() {
    String twice = "unclear unclear empty empty empty ";

    assertThat(play("1,2", twice.repeat(2) + "booked")).endsWith("read after PT5S, send 2, Won 2");
    assertThat(play("1", twice.repeat(2).strip())).endsWith("TryAgain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refused booked                  | send 1, send 2, Won 2
          refused refused booked          | send 1, send 2, send 1 after PT1S, Won 1
          refused taken booked            | send 1, send 2, send 1 after PT1S, Won 1
          refused taken refused           | send 1, send 2, send 1 after PT1S, Lost
          refused refused refused refused | send 1, send 2, send 1 after PT1S, send 2 after PT1S, Lost
          """)
  void a_refusal_in_unknown_words_is_met_by_two_rounds(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @Test
  void the_reason_is_the_last_answer_word_for_word() {
    assertThat(outcome("1", "refused refused")).isEqualTo(new Outcome.Lost("refused"));
  }

  @Test
  void the_twelfth_shot_is_the_last() {
    assertThat(play("1,2", "429 ".repeat(12).strip())).endsWith("send 1 after PT1S, TryAgain");
    assertThat(play("1,2", "429 ".repeat(11) + "401 fresh")).endsWith("refresh, TryAgain");
    assertThat(play("1,2", "429 ".repeat(11) + "unclear held:1")).endsWith("read, Won 1");
  }
}
