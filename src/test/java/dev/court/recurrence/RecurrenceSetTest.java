package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecurrenceSetTest {
  private static final String WEDNESDAYS = "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0";

  @Test
  void gives_what_starts_in_the_window_without_its_end() {
    RecurrenceSet wednesdays = Recurrence.of(WEDNESDAYS, "2026-12-01T00:00").set();

    List<Occurrence> found =
        wednesdays.between(
            Instant.parse("2026-12-02T22:00:00Z"), Instant.parse("2026-12-16T22:00:00Z"), 99);

    assertThat(found)
        .extracting(Occurrence::instant)
        .containsExactly(
            Instant.parse("2026-12-02T22:00:00Z"), Instant.parse("2026-12-09T22:00:00Z"));
  }

  @Test
  void gives_no_more_than_the_limit() {
    assertThat(Recurrence.of(WEDNESDAYS, "2026-12-01T00:00").wallClocks(2))
        .containsExactly("2026-12-02T17:00", "2026-12-09T17:00");
    assertThat(Recurrence.of(WEDNESDAYS, "2026-12-01T00:00").wallClocks(0)).isEmpty();
  }

  @Test
  void gives_nothing_when_the_window_ends_before_it_starts() {
    RecurrenceSet wednesdays = Recurrence.of(WEDNESDAYS, "2026-12-01T00:00").set();

    assertThat(wednesdays.between(Instant.MAX, Instant.MIN, 9)).isEmpty();
  }

  @Test
  void leaves_out_a_start_that_does_not_match() {
    assertThat(Recurrence.of(WEDNESDAYS + ";COUNT=2", "2026-12-04T17:00").wallClocks(9))
        .containsExactly("2026-12-09T17:00", "2026-12-16T17:00");
  }

  @Test
  void takes_the_start_itself_when_it_matches() {
    assertThat(Recurrence.of(WEDNESDAYS, "2026-12-02T17:00").wallClocks(1))
        .containsExactly("2026-12-02T17:00");
  }

  @Test
  void leaves_out_a_match_on_the_first_day_before_the_start() {
    assertThat(Recurrence.of(WEDNESDAYS, "2026-12-02T17:30").wallClocks(1))
        .containsExactly("2026-12-09T17:00");
  }

  @Test
  void counts_left_out_dates() {
    Recurrence three = Recurrence.of(WEDNESDAYS + ";COUNT=3", "2026-12-01T00:00");

    assertThat(three.except("2026-12-09T17:00", "2026-12-10T17:00").wallClocks(9))
        .containsExactly("2026-12-02T17:00", "2026-12-16T17:00");
  }

  @ParameterizedTest
  @CsvSource({
    "20261216, 3", // that whole day is included
    "20261215, 2",
    "20261216T170000, 3",
    "20261216T165959, 2",
    "20261216T220000Z, 3", // 17:00 in New York
    "20261216T215959Z, 2",
    "20261217T045959Z, 3", // the last second of the 16th in New York
    "20261201T000000, 0",
    "00010101, 0",
    "99991231, 4",
    "99991231T235959Z, 4",
  })
  void ends_with_until(String until, int count) {
    Recurrence wednesdays = Recurrence.of(WEDNESDAYS + ";UNTIL=" + until, "2026-12-01T00:00");

    assertThat(wednesdays.wallClocks(4)).hasSize(count);
  }

  @Test
  void compares_until_in_utc_as_an_instant_far_from_utc() {
    // 08:00 on 1 January in Auckland is still last year in UTC.
    String rule = "FREQ=DAILY;BYHOUR=8;BYMINUTE=0;UNTIL=20261231T190000Z";

    assertThat(Recurrence.of(rule, "2026-12-31T00:00").in("Pacific/Auckland").wallClocks(9))
        .containsExactly("2026-12-31T08:00", "2027-01-01T08:00");
  }

  @Test
  void finds_the_first_at_or_after_an_instant() {
    RecurrenceSet wednesdays = Recurrence.of(WEDNESDAYS, "2026-12-01T00:00").set();

    assertThat(first(wednesdays, "2026-12-09T22:00:00Z")).contains("2026-12-09T17:00");
    assertThat(first(wednesdays, "2026-12-09T22:00:00.001Z")).contains("2026-12-16T17:00");
    assertThat(first(wednesdays, "2000-01-01T00:00:00Z")).contains("2026-12-02T17:00");
    assertThat(first(wednesdays, "9999-12-31T00:00:00Z")).isEmpty();
  }

  @Test
  void finds_nothing_after_the_last() {
    RecurrenceSet two = Recurrence.of(WEDNESDAYS + ";COUNT=2", "2026-12-01T00:00").set();

    assertThat(first(two, "2026-12-09T22:00:00Z")).contains("2026-12-09T17:00");
    assertThat(first(two, "2026-12-09T22:00:01Z")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T17:00",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T17:00",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T17:00",
    "FREQ=WEEKLY;INTERVAL=13;BYDAY=SA;BYMONTH=2, 2032-02-28T17:00",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU, 2032-02-29T17:00",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO, 2044-02-29T17:00",
    "FREQ=YEARLY;BYYEARDAY=366, 2028-12-31T17:00",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO, 2026-12-28T17:00",
  })
  void finds_rare_occurrences(String rule, String wallClock) {
    assertThat(Recurrence.of(rule, "2026-12-01T17:00").wallClocks(1)).containsExactly(wallClock);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4,6,9,11;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=1",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
      })
  @Timeout(300)
  void ends_the_search_of_a_rule_without_occurrences(String rule) {
    RecurrenceSet never = Recurrence.of(rule, "2026-12-01T17:00").set();

    assertThat(never.firstFrom(Instant.MIN)).isEmpty();
    assertThat(never.between(Instant.MIN, Instant.MAX, 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FREQ=DAILY", "FREQ=DAILY;UNTIL=99991231", "FREQ=DAILY;COUNT=10000", WEDNESDAYS})
  @Timeout(300)
  void jumps_to_a_month_far_from_the_start(String rule) {
    RecurrenceSet old = Recurrence.of(rule, "2006-12-01T17:00").set();
    Instant december = Instant.parse("2026-12-01T05:00:00Z");

    // Takes less than half a second on an idle machine.
    for (int i = 0; i < 20; i++) {
      assertThat(old.between(december, december.plus(Duration.ofDays(31)), 99)).isNotEmpty();
    }
  }

  @Test
  void refuses_a_text_that_is_no_rule() {
    Recurrence broken = Recurrence.of("FREQ=HOURLY", "2026-12-01T17:00");

    assertThatThrownBy(broken::set)
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("HOURLY");
  }

  private static Optional<String> first(RecurrenceSet set, String from) {
    return set.firstFrom(Instant.parse(from)).map(o -> o.wallClock().toString());
  }
}
