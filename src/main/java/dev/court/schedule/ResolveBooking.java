package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.UnknownId;
import dev.court.schedule.alternative.LetGo;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/** Takes the person's word for an unknown booking, where the reservations cannot be read. */
public final class ResolveBooking {
  private final Workspace workspace;

  public ResolveBooking(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * An unknown booking that was settled.
   *
   * @param lost times of its occurrence that were lost before, which are left without another one:
   *     nobody was told of them yet
   */
  public record ResolvedBooking(ScheduledBooking what, List<LeftLoss> lost) {}

  /**
   * Settles an unknown booking as booked: the person saw the reservation.
   *
   * @param courtId the court of the reservation; null for the first court of the booking
   * @throws InvalidRequest when the booking is not unknown, or not for that court
   * @throws UnknownId when there is no such booking
   */
  public ResolvedBooking booked(long id, String courtId) {
    return resolve(
        id,
        (store, booking) -> {
          String court = courtId == null ? booking.courts().first() : courtId;
          if (!booking.courts().courtIds().contains(court)) {
            throw new InvalidRequest(
                "booking %s was for court %s, not %s".formatted(id, booking.courts(), court));
          }
          boolean isResolved = store.unknownBookings().tryResolveBooked(booking, court);
          new LetGo(store).beside(workspace.booking(store, id));
          return isResolved;
        });
  }

  /**
   * Settles an unknown booking as not booked: the person saw that there is no reservation. It is
   * tried again if its start is ahead, else it has failed.
   *
   * @throws InvalidRequest when the booking is not unknown
   * @throws UnknownId when there is no such booking
   */
  public ResolvedBooking notBooked(long id) {
    Instant now = workspace.now();
    return resolve(
        id,
        (store, booking) ->
            booking.start().isAfter(now)
                ? reopen(store, booking, now)
                : store
                    .bookings()
                    .tryChangeStatus(booking, BookingStatus.FAILED, "it was not booked"));
  }

  /** The person may have changed or removed the schedule since the booking became unknown. */
  private boolean reopen(Store store, Booking booking, Instant now) {
    boolean isReopened = store.unknownBookings().tryReopen(booking, now);
    if (isReopened) {
      new WantedNow(workspace.venue(), store, now).align(workspace.accountId(store), booking.id());
    }
    return isReopened;
  }

  @FunctionalInterface
  private interface Resolution {
    boolean of(Store store, Booking booking);
  }

  private ResolvedBooking resolve(long id, Resolution resolution) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              ScheduledBooking before = workspace.booking(store, id);
              Booking booking = before.booking();
              PassedOnLosses losses = PassedOnLosses.beside(store, before, workspace.now());
              if (booking.status() != BookingStatus.UNKNOWN || !resolution.of(store, booking)) {
                throw new InvalidRequest(
                    "booking %s is %s: only an unknown one needs a word"
                        .formatted(id, booking.status().word()));
              }
              ScheduledBooking after = workspace.booking(store, id);
              return new ResolvedBooking(
                  after, LeftLoss.of(store, after.schedule(), losses, workspace.venue()));
            });
  }
}
