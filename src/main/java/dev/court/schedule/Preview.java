package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.BookingParts;
import dev.court.planning.RequestMaker;
import dev.court.planning.Upcoming;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What a request means: its times and openings. Writes nothing and needs no account. */
public final class Preview {
  private final Venue venue;
  private final InstantSource clock;

  public Preview(Venue venue, InstantSource clock) {
    this.venue = venue;
    this.clock = clock;
  }

  /**
   * The bookings that would be made.
   *
   * @param limit how many times to play at most; one that is split has several bookings
   * @param pastToo from the start of the recurrence, not from now
   */
  public List<ScheduledBooking> of(ScheduleRequest asked, int limit, boolean pastToo) {
    RequestMaker.check(asked, venue);
    Upcoming upcoming = new Upcoming(asked.plan(), venue);
    Instant now = clock.instant();
    List<Occurrence> occurrences =
        pastToo ? upcoming.next(beginning(asked.plan()), limit) : upcoming.requireNext(now, limit);
    return bookings(unsaved(asked, now), occurrences, venue);
  }

  /** What adding it would do. */
  public AddSchedule.Added adding(ScheduleRequest asked) {
    return AddSchedule.rehearse(asked, venue, clock.instant());
  }

  private Instant beginning(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? venue.occurrence(recurring.dtstart()).instant()
        : Instant.EPOCH;
  }

  static Schedule unsaved(ScheduleRequest asked, Instant now) {
    return new Schedule(0, 0, asked, null, false, now, Schedule.ownUid(0, now));
  }

  static List<ScheduledBooking> bookings(
      Schedule schedule, List<Occurrence> occurrences, Venue venue) {
    return new BookingParts(schedule.asked(), venue)
        .of(occurrences).stream()
            .map(part -> new ScheduledBooking(schedule, booking(schedule, part, venue)))
            .toList();
  }

  private static Booking booking(Schedule schedule, BookingPart part, Venue venue) {
    ScheduleRequest asked = schedule.asked();
    return new Booking(
        0,
        schedule.id(),
        part.occurrence(),
        venue.opening(part.occurrence()),
        asked.courts(),
        part.duration(),
        asked.guests(),
        BookingStatus.PENDING,
        Booking.Result.NONE,
        part.of());
  }
}
