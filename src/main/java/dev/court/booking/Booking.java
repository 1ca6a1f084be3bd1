package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The row that carries one occurrence from pending to its end.
 *
 * @param id unique in the database
 * @param scheduleId the schedule it was made from
 * @param occurrence when to play
 * @param opening the instant it becomes bookable ({@code trigger_time})
 * @param courts to try, best first
 * @param duration of play
 * @param guests as it is sent to Atrium
 * @param status what has become of it
 * @param result how it came to that
 * @param partOf the start of the occurrence that it is a part of; its own start unless split
 */
public record Booking(
    long id,
    long scheduleId,
    Occurrence occurrence,
    Instant opening,
    CourtPreference courts,
    Duration duration,
    String guests,
    BookingStatus status,
    Result result,
    Instant partOf) {

  /** The reason of one whose reservation the person gave back. */
  public static final String GIVEN_BACK = "you cancelled its reservation";

  /**
   * How a booking came to its status.
   *
   * @param reservationId what Atrium calls the reservation; null unless the answer named it
   * @param bookedCourtId the court that was booked; null unless booked
   * @param attempts how many requests went out
   * @param lastError why it is not booked, or that it was held already, in one line; null when
   *     nothing went wrong
   * @param lateMs milliseconds from the opening to the first request; null before that
   * @param watched whether every court was taken, and it is tried again from time to time
   * @param openCourt the court of the {@link OpenShot} that keeps it unknown; null when there is
   *     none, and when the court is not known
   */
  public record Result(
      String reservationId,
      String bookedCourtId,
      int attempts,
      String lastError,
      Long lateMs,
      boolean watched,
      String openCourt) {
    /** Whether nothing tells of a request, nor of what one came to. */
    public boolean isNeverAsked() {
      return attempts == 0
          && !watched
          && openCourt == null
          && bookedCourtId == null
          && reservationId == null;
    }

    /** The same for what was asked for after its opening. */
    public Result withoutLateness() {
      return new Result(
          reservationId, bookedCourtId, attempts, lastError, null, watched, openCourt);
    }

    /** The same with a request open at a court. */
    public Result withOpenCourt(String courtId) {
      return new Result(
          reservationId, bookedCourtId, attempts, lastError, lateMs, watched, courtId);
    }

    public static final Result NONE = new Result(null, null, 0, null, null, false, null);
  }

  public Instant start() {
    return occurrence.instant();
  }

  /** The request of an earlier run that may have booked one of its courts. */
  public Optional<OpenShot> openShot() {
    return Optional.ofNullable(result.openCourt()).map(OpenShot::at);
  }

  /**
   * When its occurrence starts by the clock of its building, as its schedule has it; by the zone
   * that it was made with, since the settings may have another one now.
   */
  public LocalDateTime wallClock() {
    return partOf.equals(start())
        ? occurrence.wallClock()
        : partOf.atZone(occurrence.start().getZone()).toLocalDateTime();
  }

  /** Whether it is the occurrence at that time of the clock, or a part of it. */
  public boolean isOf(LocalDateTime wallClock) {
    return Occurrence.of(wallClock, occurrence.start().getZone()).instant().equals(partOf);
  }

  /**
   * Whether it was booked, and the person gave its reservation back. Of one that came from another
   * home nothing tells of the reservation.
   */
  public boolean isGivenBack() {
    boolean wasBooked = result.bookedCourtId() != null || result.reservationId() != null;
    return status == BookingStatus.CANCELLED
        && (wasBooked || GIVEN_BACK.equals(result.lastError()));
  }

  /** Whether the person held its reservation already, so that nothing was asked for. */
  public boolean isHeldAlready() {
    return status == BookingStatus.SUCCESS && Outcome.Won.isHeldAlready(result.lastError());
  }

  /** Whether both are for some of the same time. */
  public boolean overlaps(Booking other) {
    return start().isBefore(other.start().plus(other.duration))
        && other.start().isBefore(start().plus(duration));
  }

  /** Whether all of its time is time of the other one too. */
  public boolean isWithin(Booking other) {
    return !start().isBefore(other.start())
        && !start().plus(duration).isAfter(other.start().plus(other.duration));
  }

  /** The same booking for other courts. */
  public Booking asking(CourtPreference others) {
    return new Booking(
        id, scheduleId, occurrence, opening, others, duration, guests, status, result, partOf);
  }

  /** The same booking with another status and result. */
  public Booking with(BookingStatus other, Result otherResult) {
    return new Booking(
        id, scheduleId, occurrence, opening, courts, duration, guests, other, otherResult, partOf);
  }
}
