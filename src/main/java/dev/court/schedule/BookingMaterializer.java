package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.planning.BookingParts;
import dev.court.planning.Occurrences;
import dev.court.schedule.part.GivenBack;
import dev.court.store.Schedules;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the bookings of the next weeks from schedules. A series is expanded as time passes, from
 * where the last expansion ended: so an occurrence during which no run came still gets its booking,
 * and none is made twice.
 */
public final class BookingMaterializer {
  /** So far beyond the window: long enough to look ahead, short enough to follow a changed plan. */
  private static final Duration AHEAD = Duration.ofDays(28);

  /** A series that has bookings for less than this beyond the window is expanded again. */
  private static final Duration EXPANDED_AGAIN_AT = Duration.ofDays(27);

  private static final int MOST_AT_ONCE = 10_000;

  private final Venue venue;
  private final Store store;
  private final Instant now;

  public BookingMaterializer(Venue venue, Store store, Instant now) {
    this.venue = venue;
    this.store = store;
    this.now = now;
  }

  /** Schedules with bookings until then are not filled again. */
  public static Instant filledUntil(Venue venue, Instant now) {
    return new BookingMaterializer(venue, null, now).reach(EXPANDED_AGAIN_AT);
  }

  /**
   * The settings that bookings are made by: a schedule that was filled with others is realigned.
   */
  public static String filledWith(Venue venue) {
    return venue.window() + " " + venue.zone();
  }

  /** Makes the missing bookings of an account, and moves those whose opening changed. */
  public void materializeAll(long accountId) {
    for (Schedules.IncompleteSchedule incomplete :
        store.schedules().incomplete(accountId, reach(EXPANDED_AGAIN_AT), settings())) {
      align(incomplete.schedule());
      materialize(incomplete.schedule(), from(incomplete));
    }
  }

  /** Makes the bookings of one schedule from {@code from} on. */
  public void materialize(Schedule schedule, Instant from) {
    Occurrences occurrences = new Occurrences(schedule.asked().plan(), venue);
    Instant horizon = reach(AHEAD);
    List<Occurrence> near = occurrences.between(from, horizon, MOST_AT_ONCE);
    add(schedule, near);
    if (near.size() == MOST_AT_ONCE) {
      recordUntil(schedule, near.get(near.size() - 1).instant().plusMillis(1));
      return;
    }
    Optional<Occurrence> beyond = occurrences.firstFrom(horizon);
    if (near.stream().noneMatch(occurrence -> occurrence.instant().isAfter(now))) {
      beyond.ifPresent(occurrence -> add(schedule, List.of(occurrence)));
    }
    recordUntil(schedule, beyond.isPresent() ? horizon : null);
  }

  /** Under another zone or window the plan is expanded again from now on. */
  private Instant from(Schedules.IncompleteSchedule incomplete) {
    Instant until = incomplete.materializedUntil();
    boolean isAnew = until == null || !incomplete.materializedWith().equals(settings());
    return isAnew && (until == null || until.isAfter(now)) ? now : until;
  }

  /**
   * Brings the bookings ahead in line with a changed schedule, window or zone, and makes those that
   * are missing. What a run holds and what Atrium may hold stays.
   */
  void realign(Schedule schedule) {
    align(schedule);
    materialize(schedule, now);
  }

  /**
   * Whether the settings were changed since this run began: then another one has made the bookings
   * by them, and the next one brings in line what this one held.
   */
  boolean isLeftToNextRun(Schedule schedule) {
    return !schedule.removed() && store.schedules().tryOutdate(schedule.id(), settings());
  }

  /** The part of a schedule that starts when a booking does; empty when it is not wanted. */
  Optional<BookingPart> wanted(Schedule schedule, Booking booking) {
    List<Booking> ahead = store.bookings().ahead(schedule, now);
    return Optional.ofNullable(wanted(schedule, ahead).get(booking.start()))
        .filter(part -> !isCoveredByAnother(schedule, part, ahead));
  }

  void align(Schedule schedule) {
    List<Booking> ahead = store.bookings().ahead(schedule, now);
    Map<Instant, BookingPart> wanted = wanted(schedule, ahead);
    wanted.values().removeIf(part -> isCoveredByAnother(schedule, part, ahead));
    GivenBack givenBack = new GivenBack(store);
    ahead.stream()
        .filter(one -> !givenBack.stays(schedule, one, wanted.get(one.start())))
        .forEach(booking -> align(schedule, booking, wanted.get(booking.start())));
  }

  /** Up to the last booking: a rare series has one beyond the horizon. */
  private Map<Instant, BookingPart> wanted(Schedule schedule, List<Booking> ahead) {
    Instant to = reach(AHEAD);
    for (Booking booking : ahead) {
      to = booking.start().isBefore(to) ? to : booking.start().plusMillis(1);
    }
    return new BookingParts(schedule.asked(), venue).between(now, to, MOST_AT_ONCE);
  }

  private void align(Schedule schedule, Booking booking, BookingPart wanted) {
    if (wanted != null) {
      Instant opening = venue.opening(wanted.occurrence());
      if (AlignmentRule.isChanged(booking, schedule, wanted, opening)) {
        store.bookings().tryAlign(booking, schedule, wanted, opening, now);
      }
    } else if (AlignmentRule.WAITING.contains(booking.status())) {
      store.bookings().tryChangeStatus(booking, leftOut(schedule, booking), null);
    }
  }

  private static BookingStatus leftOut(Schedule schedule, Booking booking) {
    return WantedNow.isLeftOutByDate(schedule, booking)
        ? BookingStatus.SKIPPED
        : BookingStatus.CANCELLED;
  }

  private void add(Schedule schedule, List<Occurrence> occurrences) {
    List<Booking> ahead = store.bookings().ahead(schedule, now);
    new BookingParts(schedule.asked(), venue)
        .of(occurrences).stream()
            .filter(part -> !isCoveredByAnother(schedule, part, ahead))
            .forEach(
                part -> store.bookings().tryAdd(schedule, part, venue.opening(part.occurrence())));
  }

  /**
   * After a change from one reservation to several, or back, no time must be booked twice; and of
   * several times that would do none is wanted beside one that is booked. An occurrence that is one
   * reservation has one: also at a time that its schedule named before, and does not name now.
   */
  private static boolean isCoveredByAnother(
      Schedule schedule, BookingPart part, List<Booking> ahead) {
    return ahead.stream()
        .filter(one -> !one.start().equals(part.start()))
        .anyMatch(
            one -> isHeldInItsPlace(schedule, part, one) || isOtherTimeBooked(schedule, part, one));
  }

  private static boolean isHeldInItsPlace(Schedule schedule, BookingPart part, Booking one) {
    return one.status().mayBeHeld()
        && one.partOf().equals(part.of())
        && (schedule.asked().isOneTime() || part.isCoveredBy(one));
  }

  private static boolean isOtherTimeBooked(Schedule schedule, BookingPart part, Booking one) {
    return schedule.asked().isEither()
        && one.status() == BookingStatus.SUCCESS
        && schedule.asked().isTimeOf(part.of(), one);
  }

  private void recordUntil(Schedule schedule, Instant until) {
    store.schedules().recordMaterialized(schedule.id(), until, settings());
  }

  private Instant reach(Duration beyondTheWindow) {
    return venue.window().reach(now, venue.zone()).toInstant().plus(beyondTheWindow);
  }

  private String settings() {
    return filledWith(venue);
  }
}
