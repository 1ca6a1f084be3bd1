package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * New York changes on 2026-03-08, 2026-11-01 and 2027-03-14; Sydney on 2026-04-05 and 2026-10-04.
 */
final class ClockChangeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T17:00, -05:00, -05:00, -04:00",
    "2026-10-30T17:00, -04:00, -04:00, -05:00",
    "2027-03-12T17:00, -05:00, -05:00, -04:00",
  })
  void keeps_the_hour_over_a_change(String start, String first, String second, String third) {
    assertThat(Recurrence.of("FREQ=DAILY", start).starts(3))
        .extracting(text -> text.substring(11))
        .containsExactly("17:00" + first, "17:00" + second, "17:00" + third);
  }

  @Test
  void moves_a_time_in_the_spring_gap_forward_on_that_day_only() {
    assertThat(Recurrence.of("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "2026-03-07T00:00").starts(3))
        .containsExactly(
            "2026-03-07T02:30-05:00", "2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00");
  }

  @Test
  void takes_the_earlier_time_in_the_autumn_overlap() {
    assertThat(Recurrence.of("FREQ=DAILY;BYHOUR=1;BYMINUTE=30", "2026-10-31T00:00").starts(3))
        .containsExactly(
            "2026-10-31T01:30-04:00", "2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
  }

  @Test
  void does_not_shift_later_dates_when_it_starts_in_the_gap() {
    assertThat(Recurrence.of("FREQ=WEEKLY", "2027-03-14T02:30").starts(3))
        .containsExactly(
            "2027-03-14T03:30-04:00", "2027-03-21T02:30-04:00", "2027-03-28T02:30-04:00");
  }

  @Test
  void does_not_shift_later_dates_when_it_starts_in_the_overlap() {
    assertThat(Recurrence.of("FREQ=WEEKLY", "2026-11-01T01:30").starts(3))
        .containsExactly(
            "2026-11-01T01:30-04:00", "2026-11-08T01:30-05:00", "2026-11-15T01:30-05:00");
  }

  @Test
  void expands_across_the_spring_gap_in_a_southern_zone() {
    Recurrence mornings = Recurrence.of("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "2026-10-03T00:00");

    assertThat(mornings.in("Australia/Sydney").starts(3))
        .containsExactly(
            "2026-10-03T02:30+10:00", "2026-10-04T03:30+11:00", "2026-10-05T02:30+11:00");
  }

  @Test
  void expands_across_the_autumn_overlap_in_a_southern_zone() {
    Recurrence mornings = Recurrence.of("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "2026-04-04T00:00");

    assertThat(mornings.in("Australia/Sydney").starts(3))
        .containsExactly(
            "2026-04-04T02:30+11:00", "2026-04-05T02:30+11:00", "2026-04-06T02:30+10:00");
  }

  @Test
  void gives_two_times_that_are_one_instant_after_the_gap_once() {
    Recurrence twice = Recurrence.of("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30", "2026-03-08T00:00");

    assertThat(twice.starts(3))
        .containsExactly(
            "2026-03-08T03:30-04:00", "2026-03-09T02:30-04:00", "2026-03-09T03:30-04:00");
    assertThat(twice.wallClocks(1)).containsExactly("2026-03-08T03:30");
  }

  @Test
  void keeps_instants_in_order_where_wall_clocks_in_the_gap_are_not() {
    assertThat(
            Recurrence.of("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30;COUNT=4", "2026-03-08T00:00")
                .starts(9))
        .containsExactly("2026-03-08T03:00-04:00", "2026-03-08T03:30-04:00");
  }

  @Test
  void leaves_out_both_times_that_are_one_instant_after_the_gap() {
    Recurrence twice = Recurrence.of("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30", "2026-03-08T00:00");

    assertThat(twice.except("2026-03-08T03:30").starts(1))
        .containsExactly("2026-03-09T02:30-04:00");
  }

  @Test
  void finds_a_time_that_a_skipped_day_moves_into_the_next_year() {
    // In Kiritimati, 1 January 1995 followed 30 December 1994.
    Recurrence yearly = Recurrence.of("FREQ=YEARLY", "1994-12-31T17:00");

    assertThat(
            yearly.in("Pacific/Kiritimati").set().firstFrom(Instant.parse("1994-12-31T20:00:00Z")))
        .get()
        .hasToString(
            "Occurrence[wallClock=1994-12-31T17:00,"
                + " start=1995-01-01T17:00+14:00[Pacific/Kiritimati]]");
  }

  @Test
  void gives_no_day_twice_where_a_zone_skipped_one() {
    // In Samoa, 31 December 2011 followed 29 December 2011.
    assertThat(Recurrence.of("FREQ=DAILY;COUNT=4", "2011-12-29T17:00").in("Pacific/Apia").starts(9))
        .containsExactly(
            "2011-12-29T17:00-10:00", "2011-12-31T17:00+14:00", "2012-01-01T17:00+14:00");
  }
}
