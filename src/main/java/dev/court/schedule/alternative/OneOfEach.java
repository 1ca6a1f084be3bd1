package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows an occurrence that could be played at several times as one. */
public final class OneOfEach {
  private OneOfEach() {}

  /**
   * An occurrence as it is shown.
   *
   * @param shown the booking that stands for it
   * @param first the booking of its preferred time, which is always the same
   * @param all its bookings, by start
   */
  public record ShownOccurrence(ScheduledBooking shown, Booking first, List<Booking> all) {}

  /** One booking for each occurrence that could be played at several times; all others too. */
  public static List<ScheduledBooking> of(List<ScheduledBooking> some) {
    return some.stream().noneMatch(ScheduledBooking::isOfSeveral)
        ? some
        : occurrences(some).map(ShownOccurrence::shown).toList();
  }

  /** The same of one schedule. */
  public static List<Booking> of(Schedule schedule, List<Booking> some) {
    return schedule.asked().isEither()
        ? occurrences(some.stream().map(one -> new ScheduledBooking(schedule, one)).toList())
            .map(one -> one.shown().booking())
            .toList()
        : some;
  }

  /** All occurrences, in the order of their first bookings. */
  public static Stream<ShownOccurrence> occurrences(List<ScheduledBooking> some) {
    Map<ScheduleDay, List<Instant>> wanted = wanted(some);
    Map<Object, List<ScheduledBooking>> groups = new LinkedHashMap<>();
    for (ScheduledBooking one : some) {
      groups.computeIfAbsent(key(one, wanted), any -> new ArrayList<>()).add(one);
    }
    return groups.values().stream().map(OneOfEach::shown);
  }

  private record GroupKey(long schedule, Instant preferred) {}

  private record ScheduleDay(long schedule, LocalDate day) {
    static ScheduleDay of(Booking booking) {
      return new ScheduleDay(booking.scheduleId(), booking.wallClock().toLocalDate());
    }
  }

  /** The preferred times of what waits: all times of an occurrence are of one day. */
  private static Map<ScheduleDay, List<Instant>> wanted(List<ScheduledBooking> some) {
    return some.stream()
        .filter(ScheduledBooking::isOfSeveral)
        .map(ScheduledBooking::booking)
        .filter(one -> one.status() == BookingStatus.PENDING)
        .collect(
            Collectors.groupingBy(
                ScheduleDay::of, Collectors.mapping(Booking::partOf, Collectors.toList())));
  }

  /**
   * After a change of the schedule, a booking may still name the time that was preferred before.
   */
  private static Object key(ScheduledBooking one, Map<ScheduleDay, List<Instant>> wanted) {
    if (!one.isOfSeveral()) {
      return one;
    }
    return wanted.getOrDefault(ScheduleDay.of(one.booking()), List.of()).stream()
        .filter(preferred -> one.schedule().asked().isTimeOf(preferred, one.booking()))
        .findFirst()
        .map(preferred -> new GroupKey(one.schedule().id(), preferred))
        .orElseGet(() -> new GroupKey(one.schedule().id(), one.booking().partOf()));
  }

  private static ShownOccurrence shown(List<ScheduledBooking> group) {
    OccurrenceBookings bookings =
        new OccurrenceBookings(group.stream().map(ScheduledBooking::booking).toList());
    return new ShownOccurrence(
        new ScheduledBooking(group.get(0).schedule(), bookings.shown()),
        bookings.all().get(0),
        bookings.all());
  }
}
