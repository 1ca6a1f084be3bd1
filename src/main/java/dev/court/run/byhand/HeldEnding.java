package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.run.byhand.HeldSearch.HeldTime;
import dev.court.run.standby.ClaimLost;
import dev.court.schedule.alternative.LetGo;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Ends bookings that the person holds already, each in one transaction, which decides by what all
 * bookings are at that moment. Safe for use by many threads.
 */
public final class HeldEnding {
  private static final Duration MOMENT = Duration.ofMinutes(1);
  private static final Duration FAR = Duration.ofMillis(30);

  private final Workspace workspace;
  private final String run;
  private final Notifier notifier;

  /**
   * For the bookings of one account.
   *
   * @param run the id of the run that has claimed them
   */
  public HeldEnding(Workspace workspace, String run, Notifier notifier) {
    this.workspace = workspace;
    this.run = run;
    this.notifier = notifier;
  }

  Venue venue() {
    return workspace.venue();
  }

  /**
   * Whether a person may have made it. A building may list its own as well, such as a court that it
   * keeps closed all day: that is longer than what a person can reserve.
   */
  boolean mayBeThePersons(HeldReservation listed) {
    return listed.isWithin(venue().longestOfPersons());
  }

  Instant now() {
    return workspace.now();
  }

  /**
   * Whether the database is so far away that the transaction would take the time in which courts
   * are armed.
   */
  boolean isFar() {
    return workspace.database().roundTrip().compareTo(FAR) > 0;
  }

  /**
   * Ends a booking, or another time of its occurrence, with a reservation that the listing showed.
   *
   * @param due claimed by this run, and not asked for
   * @param mayEnd asked immediately before anything is written
   * @return empty when nothing was written: no reservation is certainly the person's own
   */
  Optional<HeldEnd> tryEnd(DueBooking due, SeenListing listing, BooleanSupplier mayEnd) {
    return workspace
        .database()
        .transactDurably(store -> new InTransaction(store, due).tryEnd(listing, mayEnd));
  }

  private final class InTransaction {
    private final Store store;
    private final DueBooking due;
    private final Instant now = workspace.now();

    InTransaction(Store store, DueBooking due) {
      this.store = store;
      this.due = due;
    }

    Optional<HeldEnd> tryEnd(SeenListing listing, BooleanSupplier mayEnd) {
      return new HeldSearch(store, venue(), now, due, listing)
          .find(workspace.accountId(store))
          .filter(held -> mayEnd.getAsBoolean())
          .flatMap(this::write);
    }

    private Optional<HeldEnd> write(HeldTime held) {
      Outcome outcome =
          Outcome.Won.heldAlready(
              held.shown().court().id(),
              held.shown().court().name(),
              held.shown().reservation().id());
      Booking settled = settled(held, outcome);
      if (!isWritten(held, settled)) {
        return Optional.empty();
      }
      ScheduledBooking after = new ScheduledBooking(held.what().schedule(), settled);
      new LetGo(store).beside(after);
      Booking before = held.isClaimed() ? due.what().booking() : held.what().booking();
      BookingReport report = BookingReport.of(after, outcome, before);
      return Optional.of(new HeldEnd(report, notifier.outcome(store, report, now)));
    }

    /** Another time is claimed first; the one that was claimed waits again, and is let go. */
    private boolean isWritten(HeldTime held, Booking settled) {
      if (held.isClaimed()) {
        return store.claims().trySettle(settled, run, now);
      }
      Booking other = held.what().booking();
      Instant nextTry = store.dueBookings().nextTry(other);
      if (!store.claims().tryClaim(other, nextTry, run, now.plus(MOMENT))) {
        return false;
      }
      if (!store.claims().trySettle(due.what().booking(), run, due.at())) {
        throw new ClaimLost();
      }
      return store.claims().trySettle(settled, run, now);
    }
  }

  private static Booking settled(HeldTime held, Outcome outcome) {
    String id = held.shown().reservation().id();
    String court = held.shown().court().id();
    return held.what()
        .booking()
        .with(
            outcome.status(),
            new Booking.Result(id, court, 0, outcome.reason(), null, false, null));
  }
}
