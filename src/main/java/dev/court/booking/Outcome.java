package dev.court.booking;

import java.time.Duration;
import java.time.Instant;

/** How one run ended for a booking. */
public sealed interface Outcome {

  /** The status that the booking has afterwards. */
  default BookingStatus status() {
    return BookingStatus.PENDING;
  }

  /** Why it is not booked, or was not asked for, in one line; null when it was asked for and is. */
  String reason();

  /**
   * Atrium holds a reservation.
   *
   * @param reservationId null when no answer named it
   * @param reason that the person held it already; null where it was asked for
   */
  record Won(String courtId, String reservationId, String reason) implements Outcome {
    private static final String HELD_ALREADY = "held already: ";

    public Won(String courtId, String reservationId) {
      this(courtId, reservationId, null);
    }

    /**
     * What the person made by hand; nothing was asked for.
     *
     * @param courtName in words
     */
    public static Won heldAlready(String courtId, String courtName, String reservationId) {
      return new Won(
          courtId,
          reservationId,
          HELD_ALREADY
              + "reservation %s, %s, was made by hand".formatted(reservationId, courtName));
    }

    /** Whether a reason was put into words here. */
    static boolean isHeldAlready(String reason) {
      return reason != null && reason.startsWith(HELD_ALREADY);
    }

    @Override
    public BookingStatus status() {
      return BookingStatus.SUCCESS;
    }
  }

  /**
   * Taken or refused on every court.
   *
   * @param taken whether somebody else holds every one of them, and may give one back
   */
  record Lost(String reason, boolean taken) implements Outcome {
    public Lost(String reason) {
      this(reason, false);
    }

    @Override
    public BookingStatus status() {
      return BookingStatus.FAILED;
    }
  }

  /** The start passed before anything could be tried. */
  record Missed(String reason) implements Outcome {
    @Override
    public BookingStatus status() {
      return BookingStatus.MISSED;
    }
  }

  /**
   * This time is lost, and the occurrence is not: another time of it would do.
   *
   * @param loss of this time
   * @param to what comes of another time, such as "17:30 is tried next"; empty when there is
   *     nothing to tell of it
   */
  record PassedOn(Outcome loss, String to) implements Outcome {
    @Override
    public BookingStatus status() {
      return loss.status();
    }

    @Override
    public String reason() {
      return loss.reason();
    }
  }

  /**
   * A request may have booked, and nothing told: settled by a later answer of the same court, by a
   * listing that shows the reservation, or by a person.
   */
  record Unresolved(String reason, OpenShot open) implements Outcome {
    @Override
    public BookingStatus status() {
      return BookingStatus.UNKNOWN;
    }
  }

  /** Every court was taken, and is asked for again from time to time, next at {@code next}. */
  record Watching(String reason, Instant next) implements Outcome {}

  /** Nothing was booked, and the building takes none of the tokens that the session gives. */
  record TokenNotAccepted(String reason) implements Outcome {}

  /**
   * Nothing was booked, and nothing can be before the person signs in.
   *
   * @param reason with the command that does it
   */
  record SignInRequired(String reason) implements Outcome {}

  /** Nothing was booked; worth another try after {@code pause}. */
  record TryAgain(String reason, Duration pause) implements Outcome {}

  /** Nothing was booked since the time is not released yet; worth a try at the next release. */
  record NotReleased(String reason) implements Outcome {}
}
