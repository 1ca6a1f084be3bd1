package dev.court.schedule;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import dev.court.planning.RequestMaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Shows the times and openings that a request means. It needs neither a home nor a database. */
public final class Preview {
  private final Venue venue;
  private final InstantSource clock;

  public Preview(Venue venue, InstantSource clock) {
    this.venue = venue;
    this.clock = clock;
  }

  /**
   * The bookings that the request means.
   *
   * @param limit how many occurrences at most; one that is split has several bookings
   * @param pastToo from the start of the recurrence, not from now
   * @throws dev.court.booking.InvalidRequest when it cannot be booked, or, without {@code pastToo},
   *     has no occurrence ahead
   */
  public List<ScheduledBooking> of(ScheduleRequest asked, int limit, boolean pastToo) {
    RequestMaker.check(asked, venue);
    Occurrences upcoming = new Occurrences(asked.plan(), venue);
    Instant now = clock.instant();
    List<Occurrence> occurrences =
        pastToo ? upcoming.next(beginning(asked.plan()), limit) : upcoming.requireNext(now, limit);
    return UnsavedBookings.of(asked, now, venue).at(occurrences);
  }

  private Instant beginning(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? venue.occurrence(recurring.dtstart()).instant()
        : Instant.EPOCH;
  }
}
