package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.UnknownId;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;

/** Lets the person say what came of a booking, where Atrium does not let us read it. */
public final class ResolveBooking {
  private final Workspace workspace;

  public ResolveBooking(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The person saw the reservation.
   *
   * @param courtId which court it is; null for the one that was wanted first
   * @throws InvalidRequest when the booking is not unknown, or not for that court
   * @throws UnknownId when there is no such booking
   */
  public ScheduledBooking booked(long id, String courtId) {
    return resolve(
        id,
        (store, booking) -> {
          String court = courtId == null ? booking.courts().first() : courtId;
          if (!booking.courts().courtIds().contains(court)) {
            throw new InvalidRequest(
                "booking %s was for court %s, not %s".formatted(id, booking.courts(), court));
          }
          return store.unknownBookings().tryResolveBooked(booking, court);
        });
  }

  /** The person saw that there is none: it is tried again while its start lies ahead. */
  public ScheduledBooking notBooked(long id) {
    Instant now = workspace.now();
    return resolve(
        id,
        (store, booking) ->
            booking.start().isAfter(now)
                ? store.unknownBookings().tryReopen(booking, now)
                : store
                    .bookings()
                    .tryChangeStatus(booking, BookingStatus.FAILED, "it was not booked"));
  }

  @FunctionalInterface
  private interface Resolution {
    boolean of(Store store, Booking booking);
  }

  private ScheduledBooking resolve(long id, Resolution change) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              Booking booking = find(store, id).booking();
              if (booking.status() != BookingStatus.UNKNOWN || !change.of(store, booking)) {
                throw new InvalidRequest(
                    "booking %s is %s: only an unknown one needs a word"
                        .formatted(id, booking.status().word()));
              }
              return find(store, id);
            });
  }

  private ScheduledBooking find(Store store, long id) {
    return store
        .bookings()
        .find(workspace.accountId(store), id)
        .orElseThrow(
            () ->
                new UnknownId(
                    "no booking %s: court list --bookings shows what there is".formatted(id)));
  }
}
