package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.RunBackoff;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.UnknownBookings;
import dev.court.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Turns an outcome into the booking as it is stored. */
final class OutcomeMapper {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
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

  /** A court that was taken is watched if the person asked for that; its holder may give it up. */
  Outcome watchedIfTaken(ScheduledBooking what, Outcome outcome) {
    return outcome instanceof Outcome.Lost lost && lost.taken()
        ? what.watchEnd(venue.notice())
            .flatMap(until -> what.schedule().asked().watch().orElseThrow().next(now, until))
            .<Outcome>map(next -> new Outcome.Watching(lost.reason(), next))
            .orElse(lost)
        : outcome;
  }

  /**
   * The booking with the outcome in it.
   *
   * @param attempts the requests of this run, in order
   */
  Booking settled(Booking booking, Outcome outcome, List<Attempt> attempts) {
    Booking.Result before = booking.result();
    Outcome.Won won = outcome instanceof Outcome.Won one ? one : null;
    Long late = attempts.isEmpty() ? null : (Long) attempts.get(0).lateMs();
    return booking.with(
        outcome.status(),
        new Booking.Result(
            won == null ? null : won.reservationId(),
            won == null ? null : won.courtId(),
            before.attempts() + attempts.size(),
            reason(outcome),
            before.lateMs() == null ? late : before.lateMs(),
            isWatched(before, outcome),
            outcome instanceof Outcome.Unresolved unresolved ? unresolved.open().courtId() : null));
  }

  /**
   * Like {@link #settled(Booking, Outcome, List)}; what was asked for after its opening is not
   * late.
   */
  Booking settled(ScheduledBooking what, Outcome outcome, List<Attempt> attempts) {
    Booking settled = settled(what.booking(), outcome, attempts);
    return what.booking().opening().isBefore(what.schedule().createdAt())
        ? settled.with(settled.status(), settled.result().withoutLateness())
        : settled;
  }

  /** What keeps a run from asking again closes no shot that an earlier run left open. */
  static Outcome stillOpen(Booking booking, Outcome outcome) {
    return booking
        .openShot()
        .filter(open -> outcome.status() == BookingStatus.PENDING)
        .<Outcome>map(open -> new Outcome.Unresolved(outcome.reason(), open))
        .orElse(outcome);
  }

  /**
   * Trouble in between does not end the watch; what is lost ends it, also where another time is
   * left.
   */
  private static boolean isWatched(Booking.Result before, Outcome outcome) {
    boolean isOver =
        outcome instanceof Outcome.Won
            || outcome instanceof Outcome.Lost
            || outcome instanceof Outcome.PassedOn;
    return outcome instanceof Outcome.Watching || (before.watched() && !isOver);
  }

  private static String reason(Outcome outcome) {
    String reason = outcome.reason();
    return reason == null ? null : Excerpt.start(reason, LONGEST_REASON);
  }

  /**
   * When a run asks for the booking again: not before its opening, since a run that meets trouble
   * while it prepares ends before that.
   */
  Instant nextTry(Booking booking, Outcome outcome) {
    Instant next = afterPause(booking, outcome);
    return next.isBefore(booking.opening()) ? booking.opening() : next;
  }

  private Instant afterPause(Booking booking, Outcome outcome) {
    if (outcome instanceof Outcome.TryAgain again) {
      return inTime(booking, RunBackoff.afterTrouble(booking.result().attempts(), again.pause()));
    }
    if (outcome instanceof Outcome.SignInRequired) {
      return inTime(booking, RunBackoff.afterRefusedToken(booking.result().attempts()));
    }
    if (outcome instanceof Outcome.Watching watching) {
      return watching.next();
    }
    if (outcome instanceof Outcome.Unresolved unresolved) {
      return unresolved.open().isAskable()
          ? inTime(booking, RunBackoff.afterDoubt(booking.result().attempts()))
          : UnknownBookings.NEVER;
    }
    return outcome instanceof Outcome.NotReleased ? nextRelease(booking) : now;
  }

  /** The last hour before the start is not waited away. */
  private Instant inTime(Booking booking, Duration pause) {
    Instant next = now.plus(pause);
    return next.isBefore(booking.start().minus(venue.notice()))
        ? next
        : now.plus(pause.compareTo(RunBackoff.NEXT_RUN) < 0 ? pause : RunBackoff.NEXT_RUN);
  }

  /**
   * Slots are released one by one, each as long before its start as the first. If all of them
   * should be released, the server's clock is behind ours or its window differs: the booking is
   * tried again each run for a few minutes, then only when the next slot is released.
   */
  private Instant nextRelease(Booking booking) {
    Instant last = booking.opening().plus(booking.duration()).minus(venue.slot());
    if (!now.isBefore(last) && now.isBefore(last.plus(CLOCKS_DIFFER))) {
      return now.plus(RunBackoff.NEXT_RUN);
    }
    Instant release = booking.opening();
    while (!release.isAfter(now)) {
      release = release.plus(venue.slot());
    }
    return release;
  }
}
