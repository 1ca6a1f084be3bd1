package dev.court.run;

import dev.court.atrium.reservations.InFlightRequest;
import dev.court.atrium.reservations.PreparedReservation;
import dev.court.atrium.reservations.ReservationConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The first request of an execution: the thread of the booking makes it, the thread that waits for
 * the opening sends it, and the thread of the booking takes it back. {@link OpeningBarrier} hands
 * it over in both directions, so no two threads use it at a time.
 */
final class FirstRequest {
  private final PreparedReservation request;
  private final ReservationConnection connection;
  private final Instant deadline;
  private final InstantSource clock;
  private Optional<InFlightRequest> inFlight = Optional.empty();
  private boolean mayHaveLeft;

  /**
   * A request that was not sent yet.
   *
   * @param deadline it is not sent after it: another run may hold the booking then
   */
  FirstRequest(
      PreparedReservation request,
      ReservationConnection connection,
      Instant deadline,
      InstantSource clock) {
    this.request = request;
    this.connection = connection;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** Sends it, unless there is no open connection: making one would delay the other bookings. */
  void send() {
    if (!clock.instant().isAfter(deadline)) {
      mayHaveLeft = true;
      inFlight = connection.sendFirst(request);
      mayHaveLeft = inFlight.isPresent();
    }
  }

  /** The request whose answer is to be awaited; empty when it was not sent, or was taken before. */
  Optional<InFlightRequest> take() {
    Optional<InFlightRequest> taken = inFlight;
    inFlight = Optional.empty();
    return taken;
  }

  /** Whether Atrium may have got it, whatever broke. */
  boolean mayHaveLeft() {
    return mayHaveLeft;
  }
}
