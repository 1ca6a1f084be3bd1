package dev.court.booking;

import java.time.Duration;

/** What to do next for a booking. */
public sealed interface Action {

  /** Ask for a court after a pause. */
  record Send(String courtId, Duration pause) implements Action {}

  /**
   * Ask for a court at the opening by our own clock: the server's is not as far ahead as its dates
   * say.
   */
  record SendAtOpening(String courtId) implements Action {}

  /** Refresh the session, then ask {@link Tactics} again. */
  record Refresh() implements Action {}

  /** Read the reservations after a pause. */
  record Read(Duration pause) implements Action {}

  /** Stop. */
  record Finish(Outcome outcome) implements Action {}
}
