package dev.court.schedule;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One schedule with its story. */
public final class ShowSchedule {
  private final Workspace workspace;

  public ShowSchedule(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A schedule and what became of it.
   *
   * @param bookings by time, each with its attempts
   */
  public record ScheduleDetails(ScheduleView view, List<BookingDetails> bookings) {}

  /**
   * A booking and the requests that went out for it.
   *
   * @param hindsight empty while it is open, and when all went well
   */
  public record BookingDetails(
      Booking booking, List<Attempt> attempts, Optional<FailureDiagnosis> hindsight) {}

  /** The story of that schedule, removed or not. */
  public ScheduleDetails show(long id) {
    return workspace.database().transact(store -> story(store, workspace.anySchedule(store, id)));
  }

  private ScheduleDetails story(Store store, Schedule schedule) {
    Instant now = workspace.now();
    List<Booking> bookings = store.bookings().of(schedule);
    return new ScheduleDetails(
        ScheduleView.of(schedule, bookings, now, workspace.venue()),
        bookings.stream()
            .map(booking -> chapter(store, new ScheduledBooking(schedule, booking)))
            .toList());
  }

  private BookingDetails chapter(Store store, ScheduledBooking what) {
    List<Attempt> attempts = store.attempts().of(what.booking());
    return new BookingDetails(
        what.booking(), attempts, FailureDiagnosis.of(what, attempts, workspace.venue()));
  }

  /** Looks back at one booking. */
  public Optional<FailureDiagnosis> hindsight(ScheduledBooking what) {
    return FailureDiagnosis.isFor(what.booking())
        ? workspace.database().transact(store -> chapter(store, what)).hindsight()
        : Optional.empty();
  }
}
