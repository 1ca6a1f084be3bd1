package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What an outcome makes of a booking. */
final class OutcomeMapper {
  /** A lost request may still be running for as long; an empty listing proves nothing before. */
  static final Duration GRACE = Duration.ofSeconds(90);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Duration NEXT_RUN = Duration.ofSeconds(30);
  private static final int LONGEST_REASON = 500;

  private final Venue venue;
  private final Instant now;

  OutcomeMapper(Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  /**
   * What an outcome comes to: a court that was taken may be given back, if one is ready to wait.
   */
  Outcome weighed(ScheduledBooking what, Outcome outcome) {
    return outcome instanceof Outcome.Lost lost && lost.taken()
        ? what.watchEnd(venue.notice())
            .flatMap(until -> what.schedule().asked().watch().orElseThrow().next(now, until))
            .<Outcome>map(next -> new Outcome.Watching(lost.reason(), next))
            .orElse(lost)
        : outcome;
  }

  /** The booking as it is to be kept. */
  Booking settled(Booking booking, Outcome outcome, List<Attempt> attempts) {
    Booking.Result before = booking.result();
    Outcome.Won won = outcome instanceof Outcome.Won one ? one : null;
    Long late = attempts.isEmpty() ? null : (Long) attempts.get(0).lateMs();
    return booking.with(
        status(outcome),
        new Booking.Result(
            won == null ? null : won.reservationId(),
            won == null ? null : won.courtId(),
            before.attempts() + attempts.size(),
            reason(outcome),
            before.lateMs() == null ? late : before.lateMs(),
            isWatched(before, outcome)));
  }

  /** Trouble in between does not end the watch. */
  private static boolean isWatched(Booking.Result before, Outcome outcome) {
    boolean isOver = outcome instanceof Outcome.Won || outcome instanceof Outcome.Lost;
    return outcome instanceof Outcome.Watching || (before.watched() && !isOver);
  }

  /** When a run should look at the booking again, or when an empty listing proves something. */
  Instant nextTry(Booking booking, Outcome outcome) {
    if (outcome instanceof Outcome.TryAgain again) {
      return now.plus(again.pause());
    }
    if (outcome instanceof Outcome.Watching watching) {
      return watching.next();
    }
    if (outcome instanceof Outcome.Unresolved) {
      return now.plus(GRACE);
    }
    return outcome instanceof Outcome.NotReleased ? nextRelease(booking) : now;
  }

  /** Whether it says anything that the booking did not say before. */
  static boolean isNews(Outcome outcome, Booking before) {
    if (outcome instanceof Outcome.Watching) {
      return !before.result().watched();
    }
    return status(outcome) != BookingStatus.PENDING
        || !Objects.equals(reason(outcome), before.result().lastError());
  }

  /** Why it is not booked, in one line; null when it is. */
  static String reason(Outcome outcome) {
    String reason = null;
    if (outcome instanceof Outcome.Lost lost) {
      reason = lost.reason();
    } else if (outcome instanceof Outcome.Watching watching) {
      reason = watching.reason();
    } else if (outcome instanceof Outcome.Unresolved unclear) {
      reason = unclear.reason();
    } else if (outcome instanceof Outcome.SignInRequired needed) {
      reason = needed.reason();
    } else if (outcome instanceof Outcome.TryAgain again) {
      reason = again.reason();
    } else if (outcome instanceof Outcome.NotReleased notYet) {
      reason = notYet.reason();
    }
    return reason == null ? null : Excerpt.start(reason, LONGEST_REASON);
  }

  private static BookingStatus status(Outcome outcome) {
    if (outcome instanceof Outcome.Won) {
      return BookingStatus.SUCCESS;
    }
    if (outcome instanceof Outcome.Lost) {
      return BookingStatus.FAILED;
    }
    return outcome instanceof Outcome.Unresolved ? BookingStatus.UNKNOWN : BookingStatus.PENDING;
  }

  /**
   * Slots are released one by one, each as long before its start as the first. When all of them
   * should be out, the server's clock is behind ours or its window is another: a few minutes of
   * trying again, then only when the next slots are released.
   */
  private Instant nextRelease(Booking booking) {
    Instant last = booking.opening().plus(booking.duration()).minus(venue.slot());
    if (!now.isBefore(last) && now.isBefore(last.plus(CLOCKS_DIFFER))) {
      return now.plus(NEXT_RUN);
    }
    Instant release = booking.opening();
    while (!release.isAfter(now)) {
      release = release.plus(venue.slot());
    }
    return release;
  }
}
