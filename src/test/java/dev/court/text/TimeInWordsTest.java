package dev.court.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The tests run in Kathmandu and in Arabic: neither may show. */
class TimeInWordsTest {
  private static final ZonedDateTime EVENING =
      ZonedDateTime.of(2026, 12, 2, 17, 5, 9, 3_999_999, ZoneId.of("America/New_York"));

  @Test
  void says_a_time_in_english_and_in_its_own_zone() {
    assertThat(TimeInWords.minute(EVENING)).isEqualTo("Wed 2 Dec 2026 17:05");
    assertThat(TimeInWords.minuteAndZone(EVENING)).isEqualTo("Wed 2 Dec 2026 17:05 EST");
    assertThat(TimeInWords.minuteWithoutYear(EVENING)).isEqualTo("Wed 2 Dec 17:05");
    assertThat(TimeInWords.millisecond(EVENING)).isEqualTo("2 Dec 2026 17:05:09.003");
    assertThat(TimeInWords.millisecondWithoutYear(EVENING)).isEqualTo("2 Dec 17:05:09.003");
  }

  @Test
  void says_a_date_or_a_time_of_day_alone() {
    assertThat(TimeInWords.date(LocalDate.of(2026, 12, 2))).isEqualTo("2 Dec 2026");
    assertThat(TimeInWords.timeOfDay(LocalTime.of(7, 5, 59))).isEqualTo("07:05");
  }

  @Test
  void writes_iso_with_seconds_and_an_offset_always() {
    ZonedDateTime sharp = ZonedDateTime.of(2026, 7, 1, 17, 0, 0, 0, ZoneId.of("Etc/UTC"));

    assertThat(IsoTime.second(EVENING)).isEqualTo("2026-12-02T17:05:09-05:00");
    assertThat(IsoTime.millisecond(EVENING)).isEqualTo("2026-12-02T17:05:09.003-05:00");
    assertThat(IsoTime.second(sharp)).isEqualTo("2026-07-01T17:00:00+00:00");
  }
}
