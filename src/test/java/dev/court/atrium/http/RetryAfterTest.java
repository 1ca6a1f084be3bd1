package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

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
  void is_seconds_or_a_date_and_never_longer_than_an_hour(String retryAfter, Duration pause) {
    HttpAnswer answer =
        HttpAnswers.of(429, "", "Retry-After", retryAfter, "Date", "Mon, 04 Aug 2025 11:00:00 GMT");

    assertThat(RetryAfter.of(answer)).contains(pause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "1.5", "soon", "99999999999999999999", "2025-08-04T11:00:00Z"})
  void is_empty_for_anything_else(String retryAfter) {
    assertThat(RetryAfter.of(HttpAnswers.of(429, "", "Retry-After", retryAfter))).isEmpty();
  }

  @Test
  void a_date_means_nothing_without_the_answers_own_date() {
    HttpAnswer answer = HttpAnswers.of(429, "", "Retry-After", "Mon, 04 Aug 2025 11:00:20 GMT");

    assertThat(RetryAfter.of(answer)).isEmpty();
  }
}
