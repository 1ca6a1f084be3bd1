package dev.court.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.NewYork;
import dev.court.booking.BookingPart;
import dev.court.booking.Strategy;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingPartsTest {
  private static final String WEDNESDAYS = "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0";
  private static final String EVERY_HALF_HOUR = "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0,30";

  private static BookingParts parts(String plan, int minutes, Strategy strategy) {
    return new BookingParts(NewYork.request(NewYork.plan(plan), minutes, strategy), NewYork.VENUE);
  }

  private static List<String> between(BookingParts parts, String from, String to) {
    return inWords(parts.between(NewYork.at(from), NewYork.at(to), 100).values());
  }

  /** Start and minutes of each part, and the start of its occurrence where that is another time. */
  private static List<String> inWords(Collection<BookingPart> parts) {
    return parts.stream()
        .map(
            part ->
                part.occurrence().start().toOffsetDateTime()
                    + " "
                    + part.duration().toMinutes()
                    + (part.of().equals(part.start())
                        ? ""
                        : " of " + part.of().atZone(NewYork.ZONE).toLocalTime()))
        .toList();
  }

  @Test
  void an_occurrence_is_one_part_when_it_is_taken_as_a_whole() {
    BookingParts parts = parts(WEDNESDAYS, 60, Strategy.WHOLE);

    assertThat(between(parts, "2026-11-25T00:00", "2026-12-03T00:00"))
        .containsExactly("2026-11-25T17:00-05:00 60", "2026-12-02T17:00-05:00 60");
  }

  @Test
  void an_occurrence_has_a_part_for_each_slot_when_it_is_split() {
    BookingParts parts = parts(WEDNESDAYS, 90, Strategy.SPLIT);

    assertThat(between(parts, "2026-12-02T00:00", "2026-12-03T00:00"))
        .containsExactly(
            "2026-12-02T17:00-05:00 30",
            "2026-12-02T17:30-05:00 30 of 17:00",
            "2026-12-02T18:00-05:00 30 of 17:00");
  }

  @Test
  void a_start_that_two_occurrences_have_is_a_part_of_the_earlier_one() {
    BookingParts parts = parts(EVERY_HALF_HOUR, 60, Strategy.SPLIT);

    assertThat(between(parts, "2026-12-02T00:00", "2026-12-03T00:00"))
        .containsExactly(
            "2026-12-02T17:00-05:00 30",
            "2026-12-02T17:30-05:00 30 of 17:00",
            "2026-12-02T18:00-05:00 30 of 17:30");
  }

  @Test
  void slots_follow_each_other_in_elapsed_time_when_the_clocks_go_back() {
    BookingParts parts = parts("2026-11-01T01:30", 60, Strategy.SPLIT);

    assertThat(between(parts, "2026-11-01T00:00", "2026-11-02T00:00"))
        .containsExactly("2026-11-01T01:30-04:00 30", "2026-11-01T01:00-05:00 30 of 01:30");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-02T17:00, 2026-12-02T17:01, 3",
    "2026-12-02T17:30, 2026-12-02T17:31, 2",
    "2026-12-02T18:00, 2026-12-02T19:00, 1",
    "2026-12-02T18:01, 2026-12-02T19:00, 0",
    "2026-12-02T16:00, 2026-12-02T17:00, 0",
  })
  void a_period_has_parts_of_occurrences_that_started_before_it(String from, String to, int count) {
    assertThat(between(parts(WEDNESDAYS, 90, Strategy.SPLIT), from, to)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 2026-12-02T17:00, PT1H",
    "WHOLE, 2026-12-02T17:30,",
    "SPLIT, 2026-12-02T17:00, PT30M",
    "SPLIT, 2026-12-02T17:30, PT30M",
    "SPLIT, 2026-12-02T18:00,",
    "SPLIT, 2026-12-03T17:00,",
  })
  void finds_the_part_that_starts_at_an_instant(Strategy strategy, String start, String duration) {
    assertThat(parts(WEDNESDAYS, 60, strategy).at(NewYork.at(start)))
        .map(part -> part.duration().toString())
        .isEqualTo(java.util.Optional.ofNullable(duration));
  }
}
