package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds schedules that are for the same time, by what they mean and not by what is filled yet. */
final class OverlapFinder {
  private static final Duration LOOKED_AHEAD = Duration.ofDays(366);
  private static final Duration AROUND = Duration.ofDays(2);
  private static final int MOST = 2_000;
  private static final Set<BookingStatus> OVER =
      Set.of(
          BookingStatus.FAILED,
          BookingStatus.MISSED,
          BookingStatus.SKIPPED,
          BookingStatus.CANCELLED);

  private final Store store;
  private final Venue venue;
  private final Instant now;

  OverlapFinder(Store store, Venue venue, Instant now) {
    this.store = store;
    this.venue = venue;
    this.now = now;
  }

  /** Those that collide with {@code mine}, each once. */
  List<Overlap> with(Schedule mine) {
    return store.schedules().all(mine.accountId()).stream()
        .filter(other -> other.id() != mine.id() && !other.removed())
        .flatMap(other -> between(mine, other).stream())
        .toList();
  }

  private Optional<Overlap> between(Schedule mine, Schedule other) {
    Instant single = single(mine).or(() -> single(other)).orElse(null);
    Instant from =
        single == null || single.minus(AROUND).isBefore(now) ? now : single.minus(AROUND);
    Instant to = single == null ? now.plus(LOOKED_AHEAD) : single.plus(AROUND);
    NavigableSet<Instant> theirs = starts(other, from, to);
    List<Occurrence> both =
        new Occurrences(mine.asked().plan(), venue)
            .between(from, to, MOST).stream()
                .filter(one -> meets(mine, one, other, theirs))
                .toList();
    return both.stream().findFirst().map(first -> new Overlap(other, first, both.size() - 1));
  }

  private Optional<Instant> single(Schedule schedule) {
    return schedule.asked().plan() instanceof Plan.OneOff oneOff
        ? Optional.of(venue.occurrence(oneOff.at()).instant())
        : Optional.empty();
  }

  /** Without those that are lost or left out, whose time may well be asked for anew. */
  private NavigableSet<Instant> starts(Schedule schedule, Instant from, Instant to) {
    List<Booking> made = store.bookings().of(schedule);
    Set<Instant> over = occurrences(made.stream());
    over.removeAll(occurrences(made.stream().filter(one -> !OVER.contains(one.status()))));
    Stream<Instant> all =
        new Occurrences(schedule.asked().plan(), venue)
            .between(from, to, MOST).stream().map(Occurrence::instant);
    return all.filter(start -> !over.contains(start) && !schedule.leavesOut(start))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Instant> occurrences(Stream<Booking> bookings) {
    return bookings.map(Booking::partOf).collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean meets(
      Schedule mine, Occurrence one, Schedule other, NavigableSet<Instant> theirs) {
    Instant tooEarly = one.instant().minus(other.asked().duration());
    Instant tooLate = one.instant().plus(mine.asked().duration());
    return !theirs.subSet(tooEarly, false, tooLate, false).isEmpty();
  }
}
