package dev.court.booking;

import java.time.Duration;

/** How the pursuit of a booking ended in one run. */
public sealed interface Outcome {

  /**
   * Atrium holds a reservation.
   *
   * @param reservationId null when no answer named it
   */
  record Won(String courtId, String reservationId) implements Outcome {}

  /** Taken or refused on every court; final. */
  record Lost(String reason) implements Outcome {}

  /** A request may have booked and reading did not tell; settled by a later reading. */
  record Unclear(String reason) implements Outcome {}

  /** Nothing was booked, and nothing can be before the person signs in. */
  record SignInNeeded(String reason) implements Outcome {}

  /** Nothing was booked; worth another try after {@code pause}. */
  record TryAgain(String reason, Duration pause) implements Outcome {}

  /** Nothing was booked since the time is not released yet; worth a try at the next release. */
  record NotReleased(String reason) implements Outcome {}
}
