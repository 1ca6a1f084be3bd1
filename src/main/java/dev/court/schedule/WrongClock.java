package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.RunBackoff;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.booking.Watch;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises what a run has left whose clock was wrong. What such a run ended lies ahead again at
 * the next run whose clock is right, and what it put off is put off for longer than any run does.
 */
final class WrongClock {
  /** A request may leave ahead of the opening by our clock, as far as the server's clock leads. */
  private static final Duration MOST_LEAD = Duration.ofMinutes(1);

  private final Venue venue;
  private final Instant now;

  WrongClock(Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  /**
   * Whether a booking was ended too early.
   *
   * @param ended one that is missed, failed or skipped, and starts after now
   */
  boolean hasEnded(ScheduledBooking ended) {
    Booking booking = ended.booking();
    return switch (booking.status()) {
      case MISSED -> true;
      case SKIPPED -> !WantedNow.isLeftOutByDate(ended.schedule(), booking);
      case FAILED -> isLostTooEarly(ended);
      default -> false;
    };
  }

  /** Nothing can be taken before its opening, and only the end of a watch leaves it a watch. */
  private boolean isLostTooEarly(ScheduledBooking failed) {
    Booking booking = failed.booking();
    boolean isWatchOn =
        booking.result().watched()
            && failed.watchEnd(venue.notice()).filter(now::isBefore).isPresent();
    return isWatchOn || booking.opening().isAfter(now.plus(MOST_LEAD));
  }

  /**
   * Whether our own clock is behind: it has not come to an opening for which Atrium has given a
   * court already.
   *
   * @param latestBooked the latest of those openings
   */
  boolean isBehind(Optional<Instant> latestBooked) {
    return latestBooked.filter(now.plus(MOST_LEAD)::isBefore).isPresent();
  }

  /**
   * When a booking is to be tried that was put off for too long: at its opening, or at once when
   * that is over. Empty when it was not.
   */
  Optional<Instant> nextTry(DueBooking due) {
    Instant opening = due.what().booking().opening();
    Instant latest = opening.isAfter(now) ? opening : now.plus(longestPause(due.what()));
    return due.at().isAfter(latest)
        ? Optional.of(opening.isAfter(now) ? opening : now)
        : Optional.empty();
  }

  private Duration longestPause(ScheduledBooking what) {
    Duration watch =
        what.booking().result().watched()
            ? what.schedule().asked().watch().map(Watch::every).orElse(Duration.ZERO)
            : Duration.ZERO;
    return longer(RunBackoff.LONGEST, longer(watch, venue.slot()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
