package dev.court.schedule;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one schedule with all its bookings and what was sent for each. It only reads. */
public final class ShowSchedule {
  private final Workspace workspace;

  public ShowSchedule(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A schedule and its bookings.
   *
   * @param bookings by time
   */
  public record ScheduleDetails(ScheduleView view, List<BookingDetails> bookings) {}

  /**
   * A booking and the requests that were sent for it.
   *
   * @param attempts in their order
   * @param diagnosis empty while it is open, and when it was booked, skipped or cancelled
   */
  public record BookingDetails(
      Booking booking, List<Attempt> attempts, Optional<FailureDiagnosis> diagnosis) {}

  /**
   * The details of a schedule, also of a removed one.
   *
   * @throws dev.court.booking.UnknownId when there is no such schedule
   */
  public ScheduleDetails show(long id) {
    return workspace.database().read(store -> details(store, workspace.anySchedule(store, id)));
  }

  private ScheduleDetails details(Store store, Schedule schedule) {
    Instant now = workspace.now();
    List<Booking> bookings = store.bookings().of(schedule);
    return new ScheduleDetails(
        ScheduleView.of(schedule, bookings, now, workspace.venue()),
        bookings.stream()
            .map(booking -> details(store, new ScheduledBooking(schedule, booking)))
            .toList());
  }

  private BookingDetails details(Store store, ScheduledBooking what) {
    List<Attempt> attempts = store.attempts().of(what.booking());
    return new BookingDetails(
        what.booking(), attempts, FailureDiagnosis.read(store, what, attempts, workspace.venue()));
  }

  /** The diagnoses of those bookings that have one, by their ids, read at one moment. */
  public Map<Long, FailureDiagnosis> diagnoses(List<ScheduledBooking> all) {
    List<ScheduledBooking> failed =
        all.stream().filter(one -> FailureDiagnosis.isFor(one.booking())).toList();
    return failed.isEmpty()
        ? Map.of()
        : workspace.database().read(store -> diagnoses(store, failed));
  }

  private Map<Long, FailureDiagnosis> diagnoses(Store store, List<ScheduledBooking> failed) {
    Map<Long, FailureDiagnosis> diagnoses = new HashMap<>();
    for (ScheduledBooking one : failed) {
      FailureDiagnosis.read(store, one, workspace.venue())
          .ifPresent(it -> diagnoses.put(one.booking().id(), it));
    }
    return diagnoses;
  }
}
