package dev.court.booking;

import java.time.Instant;
import java.util.List;

/**
 * A booking of an account, as far as it can stand in the way of another one of the same account.
 *
 * @param id of the booking
 * @param courts that would do, best first; may be empty
 * @param start of play
 * @param end of play
 */
public record CourtWish(long id, List<String> courts, Instant start, Instant end) {

  public CourtWish {
    courts = List.copyOf(courts);
  }

  /** The wish for any of these courts at the time of a booking. */
  public static CourtWish of(Booking booking, List<String> courts) {
    return new CourtWish(
        booking.id(), courts, booking.start(), booking.start().plus(booking.duration()));
  }

  /** Whether both are for some of the same time. */
  boolean meets(CourtWish other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** Whether a court can be had for one of them only. */
  boolean competesWith(CourtWish other) {
    return meets(other) && courts.stream().anyMatch(other.courts::contains);
  }

  /** The same wish for those of its courts that are not among these. */
  CourtWish without(List<String> others) {
    return new CourtWish(
        id, courts.stream().filter(court -> !others.contains(court)).toList(), start, end);
  }
}
