package dev.court.booking;

import java.util.List;
import java.util.Optional;

/**
 * A request that left and of which nobody knows whether it booked. Atrium gives a court's slot away
 * once, so the same court may be asked again at any time; another court is not asked while a
 * booking has an open shot. A listing that does not show a reservation closes no shot, since
 * listings lag.
 *
 * @param courtId the court that was asked for; null when that is not known
 * @param isAskable whether asking the same court again can tell more; once that court is taken,
 *     most likely by ourselves, or the answer told of another reservation, only a listing that
 *     shows the reservation can
 */
public record OpenShot(String courtId, boolean isAskable) {
  /** A shot at a court that is not known: no court can be asked again without danger. */
  public static final OpenShot SOMEWHERE = new OpenShot(null, false);

  /** A shot without any answer. */
  public static OpenShot at(String courtId) {
    return new OpenShot(courtId, true);
  }

  /**
   * What is open after these attempts for one booking.
   *
   * @param before what was open before them
   * @param attempts in the order of sending
   */
  public static Optional<OpenShot> after(Optional<OpenShot> before, List<Attempt> attempts) {
    Optional<OpenShot> open = before;
    for (Attempt attempt : attempts) {
      open = after(open, attempt.courtId(), attempt.answer());
    }
    return open;
  }

  /**
   * What is open after one more request.
   *
   * @param word what the answer meant, in the word of {@link Answer#word()}
   */
  static Optional<OpenShot> after(Optional<OpenShot> before, String courtId, String word) {
    return switch (word) {
      case Answer.Unclear.WORD, Answer.Unconfirmed.WORD ->
          Optional.of(before.orElseGet(() -> at(courtId)));
      // Asked again, the same court could be a second reservation beside the other one.
      case Answer.Mismatched.WORD -> Optional.of(new OpenShot(courtId, false));
      case Answer.Taken.WORD ->
          before.map(open -> courtId.equals(open.courtId) ? new OpenShot(courtId, false) : open);
      case Answer.Booked.WORD -> Optional.empty();
      default -> before;
    };
  }
}
