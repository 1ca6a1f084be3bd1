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
  public Action next(List<Event> events) {
    EventLog trail = new EventLog(events);
    return trail.isEmpty()
        ? new Action.Fire(courts.first(), Duration.ZERO)
        : capped(after(trail.last(), trail), trail);
  }

  private Action after(Event last, EventLog trail) {
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

  private Action afterShot(Event.Shot shot, EventLog trail) {
    Answer answer = shot.answer();
    if (answer instanceof Answer.Booked booked) {
      return new Action.Finish(new Outcome.Won(shot.courtId(), booked.reservationId()));
    }
    if (answer instanceof Answer.Taken || answer instanceof Answer.Refused) {
      return mayBeOurs(shot, trail) ? new Action.Read(Duration.ZERO) : nextCourt(trail);
    }
    if (answer instanceof Answer.TooEarly) {
      return again(shot, BETWEEN_TOO_EARLY, trail.inARow(Answer.TooEarly.class))
          .orElseGet(() -> conclude(new Outcome.NotReleased(reason(trail)), trail));
    }
    if (answer instanceof Answer.Unauthorised) {
      return trail.has(Event.Refreshed.class)
          ? conclude(notAccepted(trail), trail)
          : new Action.Refresh();
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new Action.Fire(shot.courtId(), throttled.retryAfter().orElse(WHEN_THROTTLED));
    }
    if (answer instanceof Answer.NotSent) {
      return new Action.Fire(shot.courtId(), backoff(trail.inARow(Answer.NotSent.class)));
    }
    return trail.inARow(Answer.Unclear.class) < MOST_UNCLEAR_IN_A_ROW
        ? new Action.Fire(shot.courtId(), Duration.ZERO)
        : new Action.Read(Duration.ZERO);
  }

  /** A request that went astray may still arrive after readings that found nothing of it. */
  private static boolean mayBeOurs(Event.Shot shot, EventLog trail) {
    return trail.mayHoldACourt() || trail.unclear(shot.courtId()) > 0;
  }

  private Action afterRefresh(Event.Refreshed refreshed, EventLog trail) {
    return refreshed
        .obstacle()
        .map(obstacle -> conclude(obstacle, trail))
        .orElseGet(() -> new Action.Fire(trail.lastShot().orElseThrow().courtId(), Duration.ZERO));
  }

  private Action afterReading(Event.Reading reading, EventLog trail) {
    if (reading.held().isPresent()) {
      Event.HeldCourt held = reading.held().get();
      return new Action.Finish(new Outcome.Won(held.courtId(), held.reservationId()));
    }
    if (!reading.readable()) {
      return new Action.Finish(new Outcome.Unresolved(reason(trail)));
    }
    int readings = trail.emptyReadingsInARow();
    return readings < READINGS
        ? new Action.Read(BETWEEN_READINGS.get(readings))
        : afterClearing(trail);
  }

  /** Nothing of ours is held, by the listing: go on from the last answer. */
  private Action afterClearing(EventLog trail) {
    Event.Shot last = trail.lastShot().orElseThrow();
    if (trail.has(Event.GaveUp.class) || trail.shots() >= MOST_SHOTS) {
      return new Action.Finish(later(trail));
    }
    if (last.answer() instanceof Answer.TooEarly) {
      return new Action.Finish(new Outcome.NotReleased(reason(trail)));
    }
    if (last.answer() instanceof Answer.Unauthorised) {
      return new Action.Finish(trail.obstacle().orElseGet(() -> notAccepted(trail)));
    }
    // The court that was wanted first is most likely free, and asking it again cannot book twice.
    return last.answer() instanceof Answer.Unclear && trail.unclear(last.courtId()) < MOST_UNCLEAR
        ? new Action.Fire(last.courtId(), Duration.ZERO)
        : nextCourt(trail);
  }

  private Action nextCourt(EventLog trail) {
    Optional<String> fresh =
        courts.courtIds().stream().filter(id -> !isSpent(id, trail, 1)).findFirst();
    if (fresh.isPresent()) {
      return new Action.Fire(fresh.get(), Duration.ZERO);
    }
    // A refusal in words we do not know may only have meant "a moment too early".
    return courts.courtIds().stream()
        .filter(id -> !isSpent(id, trail, roundsWhenRefused))
        .findFirst()
        .<Action>map(id -> new Action.Fire(id, BETWEEN_ROUNDS))
        .orElseGet(() -> new Action.Finish(allSpent(trail)));
  }

  private static boolean isSpent(String courtId, EventLog trail, int rounds) {
    return trail.isTaken(courtId)
        || trail.unclear(courtId) >= MOST_UNCLEAR
        || trail.refusals(courtId) >= rounds;
  }

  private Outcome allSpent(EventLog trail) {
    List<String> unclear = courts.courtIds().stream().filter(id -> trail.unclear(id) > 0).toList();
    // Who says no after a lost answer may mean us, and the listing may be behind the times.
    if (unclear.stream().anyMatch(id -> isRefused(id, trail))) {
      return new Outcome.Unresolved(reason(trail));
    }
    return unclear.isEmpty()
        ? new Outcome.Lost(reason(trail), courts.courtIds().stream().allMatch(trail::isTaken))
        : later(trail);
  }

  private static boolean isRefused(String courtId, EventLog trail) {
    return trail.isTaken(courtId) || trail.refusals(courtId) > 0;
  }

  private static Optional<Action> again(Event.Shot shot, List<Duration> pauses, int soFar) {
    return soFar <= pauses.size()
        ? Optional.of(new Action.Fire(shot.courtId(), pauses.get(soFar - 1)))
        : Optional.empty();
  }

  private static Duration backoff(int failures) {
    Duration pause = Duration.ofMillis(50L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_BACKOFF) < 0 ? pause : LONGEST_BACKOFF;
  }

  private static Action capped(Action move, EventLog trail) {
    return move instanceof Action.Fire && trail.shots() >= MOST_SHOTS
        ? conclude(later(trail), trail)
        : move;
  }

  /** Stops, but not before it is known that no request of ours holds a court. */
  private static Action conclude(Outcome outcome, EventLog trail) {
    return trail.mayHoldACourt() ? new Action.Read(Duration.ZERO) : new Action.Finish(outcome);
  }

  /** Another run may try again, though not before the time that the server asked for. */
  private static Outcome later(EventLog trail) {
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

  private static Outcome notAccepted(EventLog trail) {
    return new Outcome.SignInRequired(
        "a new token is not accepted either (%s): sign in with court login"
            .formatted(reason(trail)));
  }

  private static String reason(EventLog trail) {
    return trail.lastShot().map(shot -> shot.answer().reason()).orElse("nothing was tried");
  }
}
