package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationInWordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT74H30M, 3 days 2 hours",
    "PT24H, 1 day",
    "PT1H1M, 1 hour 1 minute",
    "PT2H, 2 hours",
    "PT1M59S, 1 minute 59 seconds",
    "PT1S, 1 second",
    "PT0.9S, a moment",
    "PT0S, a moment"
  })
  void says_the_two_largest_units(Duration duration, String words) {
    assertThat(DurationInWords.of(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"PT30M, 30 minutes", "PT1M, 1 minute", "PT1H30M, 90 minutes"})
  void says_minutes_alone(Duration duration, String words) {
    assertThat(DurationInWords.minutes(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.003S, 3 ms",
    "PT-0.012S, -12 ms",
    "PT9.999S, 9999 ms",
    "PT10S, 10 seconds",
    "PT1H, 1 hour"
  })
  void says_short_ones_to_the_millisecond(Duration duration, String words) {
    assertThat(DurationInWords.exact(duration)).isEqualTo(words);
  }
}
