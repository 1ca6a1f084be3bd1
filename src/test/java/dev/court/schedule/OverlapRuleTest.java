package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.NewYork;
import dev.court.Player;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.planning.Occurrences;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another schedule is for an hour on each Wednesday at five. */
class OverlapRuleTest {
  private static final OverlapRule RULE = new OverlapRule(NewYork.VENUE, Player.NOW);
  private static final Plan.Recurring WEDNESDAYS =
      (Plan.Recurring) NewYork.plan("FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0");
  private static final Schedule OTHER = schedule(WEDNESDAYS, 60, null);
  private static final Schedule MINE = schedule(NewYork.plan("2026-12-02T17:30"), 30, null);

  private static Schedule schedule(Plan plan, int minutes, Instant pausedUntil) {
    return new Schedule(
        1,
        1,
        NewYork.request(plan, minutes, Strategy.SPLIT),
        pausedUntil,
        false,
        Player.NOW,
        "uid",
        new TreeSet<>());
  }

  /** The parts of the other schedule's occurrence on 2 December, with a status each. */
  private static List<Booking> secondOfDecember(BookingStatus... statuses) {
    List<Booking> parts =
        new UnsavedBookings(OTHER, NewYork.VENUE)
                .at(
                    new Occurrences(WEDNESDAYS, NewYork.VENUE)
                        .next(NewYork.at("2026-12-02T17:00"), 1))
                .stream()
                .map(ScheduledBooking::booking)
                .toList();
    return IntStream.range(0, statuses.length)
        .mapToObj(i -> parts.get(i).with(statuses[i], Booking.Result.NONE))
        .toList();
  }

  /** The first overlapping time and how many more there are; empty when there is none. */
  private static Optional<String> overlap(Schedule mine, Schedule other, Booking... bookings) {
    return RULE.between(mine, other, List.of(bookings))
        .map(found -> found.first().wallClock() + " +" + found.more());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-02T17:00 | 30 | 2026-12-02T17:00 +0
          2026-12-02T17:30 | 30 | 2026-12-02T17:30 +0
          2026-12-02T16:30 | 60 | 2026-12-02T16:30 +0
          2026-12-02T16:30 | 30 |
          2026-12-02T18:00 | 30 |
          2026-12-03T17:00 | 30 |
          2028-12-06T17:00 | 30 | 2028-12-06T17:00 +0
          FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=30;COUNT=10 | 30 | 2026-11-25T17:30 +9
          FREQ=DAILY;BYHOUR=17;COUNT=10   | 30 | 2026-11-25T17:00 +0
          FREQ=WEEKLY;BYDAY=TH;BYHOUR=17  | 30 |
          FREQ=DAILY;BYHOUR=16            | 60 |
          FREQ=MONTHLY;BYDAY=1WE;BYHOUR=17 | 30 | 2026-12-02T17:00 +11
          """)
  void two_schedules_overlap_when_their_occurrences_do(
      String plan, int minutes, String firstAndMore) {
    assertThat(overlap(schedule(NewYork.plan(plan), minutes, null), OTHER))
        .isEqualTo(Optional.ofNullable(firstAndMore));
  }

  @Test
  void a_single_start_is_compared_however_far_ahead_it_is() {
    Schedule farAhead = schedule(NewYork.plan("2028-12-06T17:30"), 30, null);

    assertThat(overlap(OTHER, farAhead)).contains("2028-12-06T17:00 +0");
    assertThat(overlap(farAhead, OTHER)).contains("2028-12-06T17:30 +0");
  }

  @Test
  void a_skipped_occurrence_overlaps_nothing() {
    Plan skipped = WEDNESDAYS.without(LocalDateTime.parse("2026-12-02T17:00"));

    assertThat(overlap(MINE, schedule(skipped, 60, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-12-02T17:00, true", "2026-12-02T17:30, false", "2027-01-01T00:00, false"})
  void a_paused_schedule_overlaps_only_after_its_pause(String until, boolean isOverlapping) {
    assertThat(overlap(MINE, schedule(WEDNESDAYS, 60, NewYork.at(until))).isPresent())
        .isEqualTo(isOverlapping);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,   true",
    "IN_FLIGHT, true",
    "SUCCESS,   true",
    "UNKNOWN,   true",
    "FAILED,    false",
    "MISSED,    false",
    "SKIPPED,   false",
    "CANCELLED, false",
  })
  void an_occurrence_that_is_not_booked_any_more_overlaps_nothing(
      BookingStatus status, boolean isOverlapping) {
    Booking booking = secondOfDecember(status).get(0);

    assertThat(overlap(MINE, OTHER, booking).isPresent()).isEqualTo(isOverlapping);
  }

  @Test
  void an_occurrence_of_which_one_part_is_booked_overlaps() {
    List<Booking> parts = secondOfDecember(BookingStatus.SUCCESS, BookingStatus.FAILED);

    assertThat(overlap(MINE, OTHER, parts.get(0), parts.get(1))).isPresent();
  }
}
