package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Seven days with their bookings. */
record Week(LocalDate first, List<CalendarBooking> played) {
  static final int DAYS = 7;
  static final Duration ROW = Duration.ofMinutes(30);
  private static final int HOURS = 24;

  static Week of(LocalDate first, List<ScheduledBooking> bookings, ZoneId zone) {
    LocalDateTime from = first.atStartOfDay();
    return new Week(
        first,
        bookings.stream()
            .map(one -> CalendarBooking.of(one, zone))
            .filter(one -> one.touches(from, from.plusDays(DAYS)))
            .sorted(
                Comparator.comparing(CalendarBooking::start)
                    .thenComparing(one -> one.what().booking().id()))
            .toList());
  }

  List<LocalDate> days() {
    return first.datesUntil(first.plusDays(DAYS)).toList();
  }

  /** The hours in which there is a booking on any of the days, in order. */
  List<Integer> hours() {
    return IntStream.range(0, HOURS).boxed().filter(this::isUsed).toList();
  }

  /** The bookings in the half-hour that begins at {@code time}. */
  List<CalendarBooking> at(LocalDate day, LocalTime time) {
    LocalDateTime row = day.atTime(time);
    return played.stream().filter(one -> one.touches(row, row.plus(ROW))).toList();
  }

  boolean isClash(CalendarBooking one) {
    return played.stream().anyMatch(one::clashesWith);
  }

  private boolean isUsed(int hour) {
    return days().stream()
        .map(day -> day.atTime(hour, 0))
        .anyMatch(row -> played.stream().anyMatch(one -> one.touches(row, row.plusHours(1))));
  }
}
