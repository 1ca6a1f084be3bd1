package dev.court.run.opening;

import dev.court.atrium.reservations.InFlightRequest;
import dev.court.atrium.reservations.PreparedReservation;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.run.shots.ShotFile;
import dev.court.run.standby.ClaimFence;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The first request of an execution: the thread of the booking makes it, the thread that waits for
 * the opening sends it, and the thread of the booking takes it back. {@link OpeningBarrier} hands
 * it over in both directions, so no two threads use it at a time.
 */
public final class FirstRequest {
  private final String courtId;
  private final PreparedReservation request;
  private final ReservationConnection connection;
  private final ClaimFence fence;
  private final ShotFile shots;
  private final Instant deadline;
  private final InstantSource clock;
  private Optional<InFlightRequest> inFlight = Optional.empty();
  private boolean mayHaveLeft;

  /**
   * A request that was not sent yet.
   *
   * @param fence the court must be armed by then: nobody waits for that at the opening
   * @param shots notes that it is about to leave; if that fails, it does not leave
   * @param deadline it is not sent after it: another run may hold the booking then
   */
  public FirstRequest(
      String courtId,
      PreparedReservation request,
      ReservationConnection connection,
      ClaimFence fence,
      ShotFile shots,
      Instant deadline,
      InstantSource clock) {
    this.courtId = courtId;
    this.request = request;
    this.connection = connection;
    this.fence = fence;
    this.shots = shots;
    this.deadline = deadline;
    this.clock = clock;
  }

  /**
   * Sends it, unless there is no open connection, or its court is not armed yet: both would delay
   * the other bookings.
   *
   * @throws IOException when it could not be noted, and was not sent
   */
  public void send() throws IOException {
    Instant now = clock.instant();
    if (!now.isAfter(deadline) && fence.isArmed(courtId) && connection.isReady()) {
      shots.shooting(courtId, now);
      mayHaveLeft = true;
      inFlight = connection.sendFirst(request);
      if (inFlight.isEmpty()) {
        mayHaveLeft = false;
        shots.unsent();
      }
    }
  }

  public String courtId() {
    return courtId;
  }

  /** The request whose answer is to be awaited; empty when it was not sent, or was taken before. */
  public Optional<InFlightRequest> take() {
    Optional<InFlightRequest> taken = inFlight;
    inFlight = Optional.empty();
    return taken;
  }

  /** Whether Atrium may have got it, whatever broke. */
  public boolean mayHaveLeft() {
    return mayHaveLeft;
  }
}
