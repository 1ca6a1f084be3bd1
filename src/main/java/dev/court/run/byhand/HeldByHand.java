package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.atrium.reservations.ReservationRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an account holds already, as the latest listing shows it that one of its bookings read to
 * make its connection ready. What a listing does not show changes nothing: the court is asked for.
 * Safe for use by several threads.
 */
public final class HeldByHand {
  private final List<HeldReservation> seen = new ArrayList<>();
  private final List<GivenTime> given = new ArrayList<>();

  private record GivenTime(long amenityId, Instant start, Instant end) {
    boolean overlaps(GivenTime other) {
      return amenityId == other.amenityId && start.isBefore(other.end) && other.start.isBefore(end);
    }
  }

  /** Keeps the first page of a listing, in place of the one before. */
  public synchronized void saw(List<HeldReservation> listed) {
    seen.clear();
    seen.addAll(listed);
  }

  /**
   * Gives the reservation that holds a court for all of the time asked for to the caller. It is
   * given to one booking alone: another one for the same time wants a court of its own.
   */
  public synchronized Optional<HeldReservation> take(ReservationRequest request) {
    GivenTime time =
        new GivenTime(
            request.court().amenityId(),
            request.start().toInstant(),
            request.start().plus(request.duration()).toInstant());
    Optional<HeldReservation> held =
        given.stream().anyMatch(time::overlaps)
            ? Optional.empty()
            : seen.stream().filter(one -> one.covers(request)).findFirst();
    held.ifPresent(one -> given.add(time));
    return held;
  }
}
