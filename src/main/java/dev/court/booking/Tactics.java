package dev.court.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides after each answer what to do next, from nothing but what happened so far. The two rules
 * that everything else bends to: another court is asked only when no request of ours can hold one,
 * and "taken" after a lost answer may be our own reservation.
 */
public final class Tactics {
  /** Requests for one opening in one run; a court is not worth annoying the building. */
  public static final int MOST_SHOTS = 12;

  /** A lost request may still be running, so one empty listing proves little. */
  static final int READINGS = 3;

  private static final int ROUNDS_WHEN_REFUSED = 2;
  private static final int MOST_UNCLEAR_IN_A_ROW = 2;
  private static final int MOST_UNCLEAR = 4;
  private static final List<Duration> BETWEEN_TOO_EARLY =
      List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final List<Duration> BETWEEN_READINGS =
      List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
  private static final Duration WHEN_THROTTLED = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
  private static final Duration NEXT_RUN = Duration.ofSeconds(30);

  private final CourtPreference courts;
  private final int roundsWhenRefused;

  /** For an opening, when every moment counts. */
  public Tactics(CourtPreference courts) {
    this(courts, ROUNDS_WHEN_REFUSED);
  }

  private Tactics(CourtPreference courts, int roundsWhenRefused) {
    this.courts = courts;
    this.roundsWhenRefused = roundsWhenRefused;
  }

  /** For a court that somebody may have given back: each is asked for once. */
  public static Tactics polite(CourtPreference courts) {
    return new Tactics(courts, 1);
  }

  /** What to do after {@code events}, which start with this run's first request. */
  public Move next(List<Event> events) {
    Trail trail = new Trail(events);
    return trail.isEmpty()
        ? new Move.Fire(courts.first(), Duration.ZERO)
        : capped(after(trail.last(), trail), trail);
  }

  private Move after(Event last, Trail trail) {
    if (last instanceof Event.Shot shot) {
      return afterShot(shot, trail);
    }
    if (last instanceof Event.Refreshed refreshed) {
      return afterRefresh(refreshed, trail);
    }
    return last instanceof Event.Reading reading
        ? afterReading(reading, trail)
        : conclude(later(trail), trail);
  }

  private Move afterShot(Event.Shot shot, Trail trail) {
    Answer answer = shot.answer();
    if (answer instanceof Answer.Booked booked) {
      return new Move.Finish(new Outcome.Won(shot.courtId(), booked.reservationId()));
    }
    if (answer instanceof Answer.Taken || answer instanceof Answer.Refused) {
      return mayBeOurs(shot, trail) ? new Move.Read(Duration.ZERO) : nextCourt(trail);
    }
    if (answer instanceof Answer.TooEarly) {
      return again(shot, BETWEEN_TOO_EARLY, trail.inARow(Answer.TooEarly.class))
          .orElseGet(() -> conclude(new Outcome.NotReleased(reason(trail)), trail));
    }
    if (answer instanceof Answer.Unauthorised) {
      return trail.has(Event.Refreshed.class)
          ? conclude(notAccepted(trail), trail)
          : new Move.Refresh();
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new Move.Fire(shot.courtId(), throttled.retryAfter().orElse(WHEN_THROTTLED));
    }
    if (answer instanceof Answer.NotSent) {
      return new Move.Fire(shot.courtId(), backoff(trail.inARow(Answer.NotSent.class)));
    }
    return trail.inARow(Answer.Unclear.class) < MOST_UNCLEAR_IN_A_ROW
        ? new Move.Fire(shot.courtId(), Duration.ZERO)
        : new Move.Read(Duration.ZERO);
  }

  /** A request that went astray may still arrive after readings that found nothing of it. */
  private static boolean mayBeOurs(Event.Shot shot, Trail trail) {
    return trail.mayHoldACourt() || trail.unclear(shot.courtId()) > 0;
  }

  private Move afterRefresh(Event.Refreshed refreshed, Trail trail) {
    return refreshed
        .obstacle()
        .map(obstacle -> conclude(obstacle, trail))
        .orElseGet(() -> new Move.Fire(trail.lastShot().orElseThrow().courtId(), Duration.ZERO));
  }

  private Move afterReading(Event.Reading reading, Trail trail) {
    if (reading.held().isPresent()) {
      Event.Held held = reading.held().get();
      return new Move.Finish(new Outcome.Won(held.courtId(), held.reservationId()));
    }
    if (!reading.readable()) {
      return new Move.Finish(new Outcome.Unclear(reason(trail)));
    }
    int readings = trail.emptyReadingsInARow();
    return readings < READINGS
        ? new Move.Read(BETWEEN_READINGS.get(readings))
        : afterClearing(trail);
  }

  /** Nothing of ours is held, by the listing: go on from the last answer. */
  private Move afterClearing(Trail trail) {
    Event.Shot last = trail.lastShot().orElseThrow();
    if (trail.has(Event.GaveUp.class) || trail.shots() >= MOST_SHOTS) {
      return new Move.Finish(later(trail));
    }
    if (last.answer() instanceof Answer.TooEarly) {
      return new Move.Finish(new Outcome.NotReleased(reason(trail)));
    }
    if (last.answer() instanceof Answer.Unauthorised) {
      return new Move.Finish(trail.obstacle().orElseGet(() -> notAccepted(trail)));
    }
    // The court that was wanted first is most likely free, and asking it again cannot book twice.
    return last.answer() instanceof Answer.Unclear && trail.unclear(last.courtId()) < MOST_UNCLEAR
        ? new Move.Fire(last.courtId(), Duration.ZERO)
        : nextCourt(trail);
  }

  private Move nextCourt(Trail trail) {
    Optional<String> fresh =
        courts.courtIds().stream().filter(id -> !isSpent(id, trail, 1)).findFirst();
    if (fresh.isPresent()) {
      return new Move.Fire(fresh.get(), Duration.ZERO);
    }
    // A refusal in words we do not know may only have meant "a moment too early".
    return courts.courtIds().stream()
        .filter(id -> !isSpent(id, trail, roundsWhenRefused))
        .findFirst()
        .<Move>map(id -> new Move.Fire(id, BETWEEN_ROUNDS))
        .orElseGet(() -> new Move.Finish(allSpent(trail)));
  }

  private static boolean isSpent(String courtId, Trail trail, int rounds) {
    return trail.isTaken(courtId)
        || trail.unclear(courtId) >= MOST_UNCLEAR
        || trail.refusals(courtId) >= rounds;
  }

  private Outcome allSpent(Trail trail) {
    List<String> unclear = courts.courtIds().stream().filter(id -> trail.unclear(id) > 0).toList();
    // Who says no after a lost answer may mean us, and the listing may be behind the times.
    if (unclear.stream().anyMatch(id -> isRefused(id, trail))) {
      return new Outcome.Unclear(reason(trail));
    }
    return unclear.isEmpty()
        ? new Outcome.Lost(reason(trail), courts.courtIds().stream().allMatch(trail::isTaken))
        : later(trail);
  }

  private static boolean isRefused(String courtId, Trail trail) {
    return trail.isTaken(courtId) || trail.refusals(courtId) > 0;
  }

  private static Optional<Move> again(Event.Shot shot, List<Duration> pauses, int soFar) {
    return soFar <= pauses.size()
        ? Optional.of(new Move.Fire(shot.courtId(), pauses.get(soFar - 1)))
        : Optional.empty();
  }

  private static Duration backoff(int failures) {
    Duration pause = Duration.ofMillis(50L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_BACKOFF) < 0 ? pause : LONGEST_BACKOFF;
  }

  private static Move capped(Move move, Trail trail) {
    return move instanceof Move.Fire && trail.shots() >= MOST_SHOTS
        ? conclude(later(trail), trail)
        : move;
  }

  /** Stops, but not before it is known that no request of ours holds a court. */
  private static Move conclude(Outcome outcome, Trail trail) {
    return trail.mayHoldACourt() ? new Move.Read(Duration.ZERO) : new Move.Finish(outcome);
  }

  /** Another run may try again, though not before the time that the server asked for. */
  private static Outcome later(Trail trail) {
    Duration asked =
        trail
            .lastShot()
            .map(Event.Shot::answer)
            .flatMap(Tactics::askedToWait)
            .orElse(Duration.ZERO);
    return new Outcome.TryAgain(reason(trail), asked.compareTo(NEXT_RUN) > 0 ? asked : NEXT_RUN);
  }

  private static Optional<Duration> askedToWait(Answer answer) {
    return answer instanceof Answer.Throttled throttled ? throttled.retryAfter() : Optional.empty();
  }

  private static Outcome notAccepted(Trail trail) {
    return new Outcome.SignInNeeded(
        "a new token is not accepted either (%s): sign in with court login"
            .formatted(reason(trail)));
  }

  private static String reason(Trail trail) {
    return trail.lastShot().map(shot -> shot.answer().reason()).orElse("nothing was tried");
  }
}
