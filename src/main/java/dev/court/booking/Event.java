package dev.court.booking;

import java.util.Optional;

/** One step of an execution; {@link Tactics} decides by the list of them alone. */
public sealed interface Event {

  /**
   * A request for a court was sent, with this answer.
   *
   * @param isAhead whether it left before the opening by our own clock, since the server's clock
   *     was believed to be ahead
   */
  record Requested(String courtId, Answer answer, boolean isAhead) implements Event {
    public Requested(String courtId, Answer answer) {
      this(courtId, answer, false);
    }
  }

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
   * @param held our reservation at that time, if the listing shows one; that it shows none proves
   *     nothing
   * @param instead what is held in place of it, as an answer said, in one line
   */
  record Reading(boolean readable, Optional<HeldCourt> held, Optional<String> instead)
      implements Event {
    public Reading(boolean readable, Optional<HeldCourt> held) {
      this(readable, held, Optional.empty());
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
