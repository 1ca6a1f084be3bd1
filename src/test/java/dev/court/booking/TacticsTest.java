package dev.court.booking;

import static dev.court.booking.TacticsScript.outcome;
import static dev.court.booking.TacticsScript.play;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
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
          401 fresh 401          | send 1, refresh, send 1, TokenNotAccepted
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
          unclear unclear booked       | send 1, send 1, send 1 after PT0.25S, Won 1
          unclear taken held:1         | send 1, send 1, read, Won 1
          unclear refused booked       | send 1, send 1, send 1 after PT1S, Won 1
          unclear refused refused held:1 | send 1, send 1, send 1 after PT1S, read, Won 1
          unclear taken empty held:1   | send 1, send 1, read, read after PT2S, Won 1
          unclear taken unreadable held:1 | send 1, send 1, read, read after PT2S, Won 1
          unclear taken empty unreadable empty held:1 \
                | send 1, send 1, read, read after PT2S, read after PT5S, read after PT10S, Won 1
          unclear taken empty empty empty empty | send 1, send 1, read, read after PT2S, read after PT5S, read after PT10S, Unresolved
          unclear gave-up empty empty empty empty | send 1, send 1, read, read after PT2S, read after PT5S, read after PT10S, Unresolved
          unclear gave-up held:1       | send 1, send 1, read, Won 1
          unclear 401 fresh booked     | send 1, send 1, refresh, send 1, Won 1
          unclear 401 ended held:1     | send 1, send 1, refresh, read, Won 1
          unclear 401 ended empty empty empty empty | send 1, send 1, refresh, read, read after PT2S, read after PT5S, read after PT10S, Unresolved
          unclear early booked         | send 1, send 1, send 1, Won 1
          unclear early early early early early held:1 \
                | send 1, send 1, send 1, send 1 after PT0.3S, send 1 after PT1S, \
          send 1 after PT2S, read, Won 1
          taken unclear taken held:2   | send 1, send 2, send 2, read, Won 2
          """)
  void a_lost_answer_is_cleared_up_by_the_same_court_or_by_reading(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  /** A listing may lag, and shows nothing of what we hold. */
  @Test
  void no_other_court_is_asked_however_often_a_listing_shows_nothing() {
    assertThat(play("1,2", "unclear taken empty empty empty empty")).doesNotContain("send 2");
    assertThat(play("1,2", "unclear refused refused empty empty empty empty"))
        .doesNotContain("send 2");
    assertThat(play("1,2", "unclear ".repeat(12) + "empty empty empty empty"))
        .doesNotContain("send 2")
        .endsWith("Unresolved");
  }

  @Test
  void a_court_with_an_open_shot_can_be_asked_again_until_it_is_taken() {
    assertThat(outcome("1", "unclear gave-up empty empty empty empty"))
        .isEqualTo(new Outcome.Unresolved("unclear", OpenShot.at("1")));
    assertThat(outcome("1", "unclear refused refused empty empty empty empty"))
        .isEqualTo(new Outcome.Unresolved("refused", OpenShot.at("1")));
    assertThat(outcome("1", "unclear taken empty empty empty empty"))
        .isEqualTo(new Outcome.Unresolved("taken", new OpenShot("1", false)));
  }

  @Test
  void a_shot_that_an_earlier_run_left_open_is_asked_for_first_and_alone() {
    Optional<OpenShot> open = Optional.of(OpenShot.at("2"));

    assertThat(play("1,2", open, "booked")).isEqualTo("send 2, Won 2");
    assertThat(play("1,2", open, "taken held:2")).isEqualTo("send 2, read, Won 2");
    assertThat(play("1,2", open, "taken empty empty empty empty")).endsWith("Unresolved");
    assertThat(play("1,2", open, "early early early early early empty empty empty empty"))
        .doesNotContain("send 1")
        .endsWith("Unresolved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          early-ahead booked             | send 1, send 1, Won 1
          early-ahead early-ahead booked | send 1, send 1, send 1 at the opening, Won 1
          early-ahead early-ahead early early booked \
                | send 1, send 1, send 1 at the opening, send 1, send 1 after PT0.3S, Won 1
          """)
  void too_early_ahead_of_our_own_clock_is_tried_again_when_our_clock_is_there(
      String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not-now not-now booked | send 1, send 1 after PT0.5S, send 1 after PT1S, Won 1
          not-now taken booked   | send 1, send 1 after PT0.5S, send 2, Won 2
          not-now gave-up        | send 1, send 1 after PT0.5S, TryAgain
          """)
  void what_a_proxy_turned_away_is_asked_again_ever_more_slowly(String answers, String story) {
    assertThat(play("1,2", answers)).isEqualTo(story);
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
