package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.booking.UnknownId;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Opens bookings again that are lost or were given back, for which nothing can be held, and whose
 * start is ahead.
 */
public final class RetryBooking {
  private static final Set<BookingStatus> LOST = Set.of(BookingStatus.FAILED, BookingStatus.MISSED);

  private final Workspace workspace;

  public RetryBooking(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Lets the next run ask for bookings as their schedules want them now. All of them or none.
   *
   * @throws InvalidRequest when one is neither lost nor given back, is over, or is not wanted any
   *     more
   * @throws UnknownId when there is no booking of one of these ids
   */
  public List<ScheduledBooking> retry(List<Long> ids) {
    return workspace
        .database()
        .transactDurably(store -> ids.stream().distinct().map(id -> retry(store, id)).toList());
  }

  private ScheduledBooking retry(Store store, long id) {
    ScheduledBooking lost = workspace.booking(store, id);
    Booking booking = lost.booking();
    Instant now = workspace.now();
    refuseUnlessFree(booking);
    refuseUnlessWanted(lost, now);
    refuseBesideAnother(store, lost);
    BookingPart part =
        new BookingMaterializer(workspace.venue(), store, now)
            .wanted(lost.schedule(), booking)
            .orElseThrow(() -> changedSince(lost));
    store
        .bookings()
        .tryAlign(
            booking, lost.schedule(), part, workspace.venue().opening(part.occurrence()), now);
    return workspace.booking(store, id);
  }

  /** While something may be held, nothing else is asked for. */
  private static void refuseUnlessFree(Booking booking) {
    switch (booking.status()) {
      case SUCCESS -> throw refused(booking, "is booked already");
      case IN_FLIGHT -> throw refused(booking, "is being booked at this moment");
      case PENDING -> throw refused(booking, "is pending: run-due asks for it anyway");
      case UNKNOWN ->
          throw refused(
              booking,
              "is unknown, and may be booked: look at the portal, then court resolve %s first"
                  .formatted(booking.id()));
      default -> {}
    }
  }

  private static void refuseUnlessWanted(ScheduledBooking lost, Instant now) {
    Booking booking = lost.booking();
    Schedule schedule = lost.schedule();
    if (!booking.start().isAfter(now)) {
      throw refused(booking, "is over: its time has passed");
    }
    if (schedule.removed()) {
      throw refused(
          booking,
          "is of schedule %s, which was removed: court resume %1$s brings it back"
              .formatted(schedule.id()));
    }
    WantedNow.leftOutDate(schedule, booking)
        .ifPresent(
            date -> {
              throw refused(
                  booking,
                  "was left out: court skip %s %s --undo takes it back in"
                      .formatted(schedule.id(), date));
            });
    if (schedule.isAwayAt(booking)) {
      throw refused(
          booking, "is left out since you are away then: court away list shows until when");
    }
    if (schedule.leavesOut(booking)) {
      throw refused(
          booking,
          "is in a pause of schedule %s: court resume %1$s ends it".formatted(schedule.id()));
    }
    if (!LOST.contains(booking.status()) && !booking.isGivenBack()) {
      throw changedSince(lost);
    }
  }

  /**
   * Of an occurrence that could be played at several times, one is booked; also when its schedule
   * names one time by now.
   */
  private static void refuseBesideAnother(Store store, ScheduledBooking lost) {
    if (lost.schedule().asked().strategy() == Strategy.WHOLE) {
      OccurrenceBookings.of(store, lost)
          .heldBeside(lost.booking())
          .ifPresent(
              other -> {
                throw refused(
                    lost.booking(),
                    "is one of several times that %s, and %s %s"
                        .formatted(
                            lost.schedule().asked().isEither() ? "would do" : "would have done",
                            OccurrenceBookings.time(other),
                            other.status() == BookingStatus.SUCCESS
                                ? "is booked"
                                : "may be booked: court show %s says more"
                                    .formatted(lost.schedule().id())));
              });
    }
  }

  private static InvalidRequest changedSince(ScheduledBooking lost) {
    return refused(
        lost.booking(),
        "is not what schedule %s asks for any more: court show %1$s says what it does"
            .formatted(lost.schedule().id()));
  }

  private static InvalidRequest refused(Booking booking, String why) {
    return new InvalidRequest("booking %s %s".formatted(booking.id(), why));
  }
}
