package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT30M", "pt1h", "P2DT3H", "PT-5M", "PT0S"})
  void reads_iso(String text) {
    assertThat(DurationText.iso(text)).contains(Duration.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "30m", "P1W", "P1M", "PT", " PT30M", "PT99999999999999999H"})
  void takes_nothing_else_for_iso(String text) {
    assertThat(DurationText.iso(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "90s, PT1M30S",
    "1h30m, PT1H30M",
    "2D, PT48H",
    "2d12h5m7s, PT60H5M7S",
    "PT20M, PT20M",
    "-PT20M, PT-20M"
  })
  void reads_whole_units(String text, Duration duration) {
    assertThat(DurationText.unitsOrIso(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-1h", "30m1h", "1.5h", "1 h", "1x", "99999999999999999999d"})
  void takes_nothing_else_for_whole_units(String text) {
    assertThat(DurationText.unitsOrIso(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200ms, PT0.2S", "+1.7s, PT1.7S", "-0.5s, PT-0.5S", "2m, PT2M", "1.5h, PT1H30M"})
  void reads_a_number_with_a_unit(String text, Duration duration) {
    assertThat(DurationText.decimal(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "1", "1 s", "1x", "--1s", "1.s"})
  void takes_nothing_else_for_a_number_with_a_unit(String text) {
    assertThat(DurationText.decimal(text)).isEmpty();
  }
}
