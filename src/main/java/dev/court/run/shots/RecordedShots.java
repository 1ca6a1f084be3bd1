package dev.court.run.shots;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What a run that is dead did for a booking, as far as its shot file tells.
 *
 * @param attempts the requests that left, in order; one without an answer is "unclear"
 * @param open the request whose answer is not known
 * @param won the reservation that an answer named
 */
public record RecordedShots(
    List<Attempt> attempts, Optional<OpenShot> open, Optional<Outcome.Won> won) {
  /** Anything may have left. */
  public static final RecordedShots ANYTHING =
      new RecordedShots(List.of(), Optional.of(OpenShot.SOMEWHERE), Optional.empty());

  public RecordedShots {
    attempts = List.copyOf(attempts);
  }

  /** Certainly nothing left; what was open before still is. */
  public static RecordedShots nothing(Booking booking) {
    return new RecordedShots(List.of(), booking.openShot(), Optional.empty());
  }

  /** A request for this court may have left, and for no other one since; what was open still is. */
  public static RecordedShots maybe(Booking booking, String courtId) {
    return new RecordedShots(
        List.of(),
        booking.openShot().or(() -> Optional.of(OpenShot.at(courtId))),
        Optional.empty());
  }

  /** Whether there is no record, so that nobody knows what left. */
  public boolean isUnknown() {
    return this.equals(ANYTHING);
  }
}
