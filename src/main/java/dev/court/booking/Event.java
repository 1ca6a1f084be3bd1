package dev.court.booking;

import java.util.Optional;

/** One step of an execution; {@link Tactics} decides by the list of them alone. */
public sealed interface Event {

  /** A request for a court was sent, with this answer. */
  record Requested(String courtId, Answer answer) implements Event {}

  /**
   * The session was to be refreshed.
   *
   * @param obstacle how the run ends for that booking if it did not work; empty when it did
   */
  record Refreshed(Optional<Outcome> obstacle) implements Event {}

  /**
   * The reservations were read.
   *
   * @param readable whether the API let us
   * @param held our reservation at that time, if there is one
   */
  record Reading(boolean readable, Optional<HeldCourt> held) implements Event {

    /** Whether it says that nothing is held; a reading that fails says nothing. */
    boolean isEmpty() {
      return readable && held.isEmpty();
    }
  }

  /** The time set for trying ran out. */
  record GaveUp() implements Event {}

  /**
   * A reservation that Atrium holds for us.
   *
   * @param reservationId null when the listing names none
   */
  record HeldCourt(String courtId, String reservationId) {}
}
