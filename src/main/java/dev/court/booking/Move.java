package dev.court.booking;

import java.time.Duration;

/** What to do next for a booking. */
public sealed interface Move {

  /** Ask for a court after a pause. */
  record Fire(String courtId, Duration pause) implements Move {}

  /** Refresh the session, then ask {@link Tactics} again. */
  record Refresh() implements Move {}

  /** Read the reservations after a pause. */
  record Read(Duration pause) implements Move {}

  /** Stop. */
  record Finish(Outcome outcome) implements Move {}
}
