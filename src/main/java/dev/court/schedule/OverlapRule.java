package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When two schedules are for the same time. The rule compares the occurrences of their plans within
 * a year, because bookings exist for the next weeks only.
 */
record OverlapRule(Venue venue, Instant now) {
  private static final Duration LOOKED_AHEAD = Duration.ofDays(366);
  private static final Duration AROUND_A_SINGLE_START = Duration.ofDays(2);
  private static final int MOST_OCCURRENCES = 2_000;
  private static final Set<BookingStatus> NOT_BOOKED =
      Set.of(
          BookingStatus.FAILED,
          BookingStatus.MISSED,
          BookingStatus.SKIPPED,
          BookingStatus.CANCELLED);

  /**
   * The overlap of {@code mine} with another schedule; empty when there is none.
   *
   * @param bookings those of the other schedule
   */
  Optional<Overlap> between(Schedule mine, Schedule other, List<Booking> bookings) {
    Instant single = single(mine).or(() -> single(other)).orElse(null);
    Instant earliest = single == null ? now : single.minus(AROUND_A_SINGLE_START);
    Instant from = earliest.isBefore(now) ? now : earliest;
    Instant to = single == null ? now.plus(LOOKED_AHEAD) : single.plus(AROUND_A_SINGLE_START);
    NavigableSet<Instant> theirs = starts(other, bookings, from, to);
    List<Occurrence> overlapping =
        occurrences(mine, from, to).stream()
            .filter(one -> overlaps(mine, one, other, theirs))
            .toList();
    return overlapping.stream()
        .findFirst()
        .map(first -> new Overlap(other, first, overlapping.size() - 1, Optional.empty()));
  }

  private Optional<Instant> single(Schedule schedule) {
    return schedule.asked().plan() instanceof Plan.OneOff oneOff
        ? Optional.of(venue.occurrence(oneOff.at()).instant())
        : Optional.empty();
  }

  private List<Occurrence> occurrences(Schedule schedule, Instant from, Instant to) {
    return new Occurrences(schedule.asked().plan(), venue).between(from, to, MOST_OCCURRENCES);
  }

  /** Without occurrences that are lost or left out: another schedule may be for their time. */
  private NavigableSet<Instant> starts(
      Schedule schedule, List<Booking> bookings, Instant from, Instant to) {
    Set<Instant> notBooked = notBooked(bookings);
    return occurrences(schedule, from, to).stream()
        .filter(one -> !notBooked.contains(one.instant()) && !schedule.leavesOut(one.start()))
        .map(Occurrence::instant)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The occurrences of which no part is booked or may be booked. */
  private static Set<Instant> notBooked(Collection<Booking> bookings) {
    Set<Instant> all = new HashSet<>();
    bookings.forEach(booking -> all.add(booking.partOf()));
    bookings.stream()
        .filter(booking -> !NOT_BOOKED.contains(booking.status()))
        .forEach(booking -> all.remove(booking.partOf()));
    return all;
  }

  private static boolean overlaps(
      Schedule mine, Occurrence one, Schedule other, NavigableSet<Instant> theirs) {
    Instant tooEarly = one.instant().minus(other.asked().duration());
    Instant tooLate = one.instant().plus(mine.asked().duration());
    return !theirs.subSet(tooEarly, false, tooLate, false).isEmpty();
  }
}
