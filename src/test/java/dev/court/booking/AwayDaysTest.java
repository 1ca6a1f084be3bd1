package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwayDaysTest {

  /** Beirut's clocks go forward at midnight, from 24 March to 1 o'clock on the 25th. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-12-20, 2027-01-03, 2026-12-19T23:00, 60, false",
    "America/New_York, 2026-12-20, 2027-01-03, 2026-12-19T23:30, 60, true",
    "America/New_York, 2026-12-20, 2027-01-03, 2026-12-20T00:00, 30, true",
    "America/New_York, 2026-12-20, 2027-01-03, 2027-01-03T23:30, 60, true",
    "America/New_York, 2026-12-20, 2027-01-03, 2027-01-04T00:00, 30, false",
    "America/New_York, 2026-12-20, 2026-12-20, 2026-12-20T12:00, 30, true",
    "America/New_York, 2026-11-01, 2026-11-01, 2026-11-01T23:59, 1, true",
    "America/New_York, 2026-11-01, 2026-11-01, 2026-11-02T00:00, 1, false",
    "Asia/Beirut, 2029-03-25, 2029-03-25, 2029-03-24T23:00, 60, false",
    "Asia/Beirut, 2029-03-25, 2029-03-25, 2029-03-24T23:00, 61, true"
  })
  void any_minute_of_play_on_one_of_the_days_counts(
      ZoneId zone, LocalDate first, LocalDate last, LocalDateTime start, int minutes, boolean is) {
    assertThat(new AwayDays(first, last).touch(start.atZone(zone), Duration.ofMinutes(minutes)))
        .isEqualTo(is);
  }
}
