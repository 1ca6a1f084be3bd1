package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.reservations.AnswerClassifier;
import dev.court.atrium.reservations.AnswerPatterns;
import dev.court.booking.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottledTest {
  private final AnswerClassifier answers = new AnswerClassifier(AnswerPatterns.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "0, PT0S",
    "' 5 ', PT5S",
    "99999, PT1H",
    "999999999, PT1H",
    "'Mon, 04 Aug 2025 11:00:20 GMT', PT20S",
    "'Mon, 04 Aug 2025 10:00:00 GMT', PT0S",
    "'Tue, 04 Aug 2995 10:00:00 GMT', PT1H",
  })
  void throttled_waits_as_told(String retryAfter, Duration pause) {
    HttpAnswer answer =
        HttpAnswers.of(
            429,
            "{\"detail\":\"Request was throttled.\"}",
            "Retry-After",
            retryAfter,
            "Date",
            "Mon, 04 Aug 2025 11:00:00 GMT");

    assertThat(answers.read(answer))
        .isEqualTo(new Answer.Throttled("HTTP 429: Request was throttled.", Optional.of(pause)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "1.5", "soon", "99999999999999999999", "2025-08-04T11:00:00Z"})
  void throttled_without_a_sensible_word_waits_as_we_think_fit(String retryAfter) {
    assertThat(answers.read(HttpAnswers.of(429, "", "Retry-After", retryAfter)))
        .isEqualTo(new Answer.Throttled("HTTP 429", Optional.empty()));
  }

  @Test
  void a_date_to_wait_for_means_nothing_without_the_answers_own() {
    HttpAnswer answer = HttpAnswers.of(429, "", "Retry-After", "Mon, 04 Aug 2025 11:00:20 GMT");

    assertThat(answers.read(answer)).isEqualTo(new Answer.Throttled("HTTP 429", Optional.empty()));
  }

  @Test
  void a_503_is_unclear_even_when_it_says_how_long_to_wait() {
    assertThat(answers.read(HttpAnswers.of(503, "", "Retry-After", "30")))
        .isEqualTo(new Answer.Unclear("HTTP 503"));
  }
}
