package dev.court.held;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.TemporaryTrouble;
import dev.court.planning.Occurrences;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.part.GivenBack;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.LocalDateTime;

/** What becomes of the booking whose reservation a person cancels. */
final class CancelledOccurrence {
  private final Workspace workspace;

  CancelledOccurrence(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Before the building is asked: a booking whose outcome was not known is booked, as the listing
   * shows. Otherwise the next run would ask for its court again as soon as that is free.
   *
   * @throws TemporaryTrouble while a run holds the booking, for the same reason
   */
  void settle(Store store, ReservationView view) {
    view.ours().forEach(one -> settle(store, view, one));
  }

  private void settle(Store store, ReservationView view, ReservedBooking ours) {
    Booking booking = current(store, ours).booking();
    if (booking.status() == BookingStatus.IN_FLIGHT) {
      throw new TemporaryTrouble(
          "a run of court is booking it at this moment: try again in a minute");
    }
    if (booking.status() == BookingStatus.UNKNOWN) {
      store.unknownBookings().tryResolveBooked(booking, view.courtId());
    }
  }

  /**
   * Afterwards: the booking is cancelled, and its occurrence is left out of its schedule, so that
   * no later change of the schedule brings it back. Where other parts of the occurrence are booked
   * or still to be booked, the schedule stays as it is, and the cancelled part alone ends.
   *
   * @return the booking as it is then
   */
  ReservedBooking record(Store store, ReservedBooking ours) {
    ScheduledBooking what = current(store, ours);
    if (what.booking().status() == BookingStatus.SUCCESS) {
      store.bookings().tryGiveBack(what.booking());
      if (!new GivenBack(store).isOnlyAPart(what.schedule(), what.booking())) {
        leaveOut(store, workspace.as(ours.account()), what);
      }
    }
    return new ReservedBooking(ours.account(), current(store, ours));
  }

  private ScheduledBooking current(Store store, ReservedBooking ours) {
    return workspace.as(ours.account()).booking(store, ours.what().booking().id());
  }

  private void leaveOut(Store store, Workspace own, ScheduledBooking what) {
    Schedule schedule = what.schedule();
    ChangeSchedules change = new ChangeSchedules(own);
    if (schedule.removed()) {
      return;
    }
    if (schedule.asked().plan() instanceof Plan.Recurring recurring) {
      Plan plan = recurring.without(wallClockNow(new Occurrences(recurring, own.venue()), what));
      change.replan(store, schedule, schedule.asked().withPlan(plan));
    } else if (isOfThePlan(what)) {
      change.remove(store, schedule);
    }
  }

  /**
   * When the occurrence of a booking starts as its plan has it now: since the booking was made,
   * another one of its times may have become the preferred one.
   */
  private static LocalDateTime wallClockNow(Occurrences plan, ScheduledBooking what) {
    return plan.on(what.booking().occurrence().wallClock().toLocalDate()).stream()
        .filter(one -> isTimeOf(one, what))
        .findFirst()
        .map(Occurrence::wallClock)
        .orElseGet(() -> what.booking().wallClock());
  }

  /** After an edit, the reservation may be for an earlier wish, and the new one stands. */
  private boolean isOfThePlan(ScheduledBooking what) {
    return what.schedule().asked().plan() instanceof Plan.OneOff one
        && (what.booking().isOf(one.at())
            || isTimeOf(workspace.venue().occurrence(one.at()), what));
  }

  private static boolean isTimeOf(Occurrence occurrence, ScheduledBooking what) {
    return what.schedule().asked().isEither()
        && what.schedule().asked().isTimeOf(occurrence.instant(), what.booking());
  }
}
