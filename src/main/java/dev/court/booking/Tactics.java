package dev.court.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides after each answer what to do next, from nothing but the events so far. Two rules come
 * first: another court is asked for only when no request of ours can hold one, and "taken" after a
 * lost answer may be our own reservation.
 */
public final class Tactics {
  /** Requests for one opening in one run, so that the building does not mind us. */
  public static final int MOST_REQUESTS = 12;

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

  /** Tactics for an opening, when every moment counts. */
  public Tactics(CourtPreference courts) {
    this(courts, ROUNDS_WHEN_REFUSED);
  }

  private Tactics(CourtPreference courts, int roundsWhenRefused) {
    this.courts = courts;
    this.roundsWhenRefused = roundsWhenRefused;
  }

  /** Tactics for courts that may have been given back: each is asked for once. */
  public static Tactics polite(CourtPreference courts) {
    return new Tactics(courts, 1);
  }

  /** The action after {@code events}, which start with the first request of the run. */
  public Action next(List<Event> events) {
    EventLog log = new EventLog(events);
    return log.isEmpty()
        ? new Action.Send(courts.first(), Duration.ZERO)
        : capped(after(log.last(), log), log);
  }

  private Action after(Event last, EventLog log) {
    if (last instanceof Event.Requested requested) {
      return afterAnswer(requested, log);
    }
    if (last instanceof Event.Refreshed refreshed) {
      return afterRefresh(refreshed, log);
    }
    return last instanceof Event.Reading reading
        ? afterReading(reading, log)
        : conclude(later(log), log);
  }

  private Action afterAnswer(Event.Requested last, EventLog log) {
    Answer answer = last.answer();
    if (answer instanceof Answer.Booked booked) {
      return new Action.Finish(new Outcome.Won(last.courtId(), booked.reservationId()));
    }
    if (answer instanceof Answer.Taken || answer instanceof Answer.Refused) {
      return mayBeOurs(last, log) ? new Action.Read(Duration.ZERO) : nextCourt(log);
    }
    if (answer instanceof Answer.TooEarly) {
      return again(last, BETWEEN_TOO_EARLY, log.inARow(Answer.TooEarly.class))
          .orElseGet(() -> conclude(new Outcome.NotReleased(reason(log)), log));
    }
    if (answer instanceof Answer.Unauthorised) {
      return log.has(Event.Refreshed.class)
          ? conclude(notAccepted(log), log)
          : new Action.Refresh();
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new Action.Send(last.courtId(), throttled.retryAfter().orElse(WHEN_THROTTLED));
    }
    if (answer instanceof Answer.NotSent) {
      return new Action.Send(last.courtId(), backoff(log.inARow(Answer.NotSent.class)));
    }
    return log.inARow(Answer.Unclear.class) < MOST_UNCLEAR_IN_A_ROW
        ? new Action.Send(last.courtId(), Duration.ZERO)
        : new Action.Read(Duration.ZERO);
  }

  /** A request whose answer was lost may still arrive after a reading that shows nothing of it. */
  private static boolean mayBeOurs(Event.Requested last, EventLog log) {
    return log.mayHoldACourt() || log.unclear(last.courtId()) > 0;
  }

  private Action afterRefresh(Event.Refreshed refreshed, EventLog log) {
    return refreshed
        .obstacle()
        .map(obstacle -> conclude(obstacle, log))
        .orElseGet(() -> new Action.Send(log.lastRequest().orElseThrow().courtId(), Duration.ZERO));
  }

  private Action afterReading(Event.Reading reading, EventLog log) {
    if (reading.held().isPresent()) {
      Event.HeldCourt held = reading.held().get();
      return new Action.Finish(new Outcome.Won(held.courtId(), held.reservationId()));
    }
    if (!reading.readable()) {
      return new Action.Finish(new Outcome.Unresolved(reason(log)));
    }
    int readings = log.emptyReadingsInARow();
    return readings < READINGS
        ? new Action.Read(BETWEEN_READINGS.get(readings))
        : afterClearing(log);
  }

  /** The listing shows nothing of ours: go on from the last answer. */
  private Action afterClearing(EventLog log) {
    Event.Requested last = log.lastRequest().orElseThrow();
    if (log.has(Event.GaveUp.class) || log.requests() >= MOST_REQUESTS) {
      return new Action.Finish(later(log));
    }
    if (last.answer() instanceof Answer.TooEarly) {
      return new Action.Finish(new Outcome.NotReleased(reason(log)));
    }
    if (last.answer() instanceof Answer.Unauthorised) {
      return new Action.Finish(log.obstacle().orElseGet(() -> notAccepted(log)));
    }
    // The court that was wanted first is most likely free, and asking it again cannot book twice.
    return last.answer() instanceof Answer.Unclear && log.unclear(last.courtId()) < MOST_UNCLEAR
        ? new Action.Send(last.courtId(), Duration.ZERO)
        : nextCourt(log);
  }

  private Action nextCourt(EventLog log) {
    Optional<String> fresh =
        courts.courtIds().stream().filter(id -> !isSpent(id, log, 1)).findFirst();
    if (fresh.isPresent()) {
      return new Action.Send(fresh.get(), Duration.ZERO);
    }
    // A refusal in unknown words may mean "a moment too early".
    return courts.courtIds().stream()
        .filter(id -> !isSpent(id, log, roundsWhenRefused))
        .findFirst()
        .<Action>map(id -> new Action.Send(id, BETWEEN_ROUNDS))
        .orElseGet(() -> new Action.Finish(allSpent(log)));
  }

  private static boolean isSpent(String courtId, EventLog log, int rounds) {
    return log.isTaken(courtId)
        || log.unclear(courtId) >= MOST_UNCLEAR
        || log.refusals(courtId) >= rounds;
  }

  private Outcome allSpent(EventLog log) {
    List<String> unclear = courts.courtIds().stream().filter(id -> log.unclear(id) > 0).toList();
    // A refusal after a lost answer may be due to our own reservation, and the listing may lag.
    if (unclear.stream().anyMatch(id -> isRefused(id, log))) {
      return new Outcome.Unresolved(reason(log));
    }
    return unclear.isEmpty()
        ? new Outcome.Lost(reason(log), courts.courtIds().stream().allMatch(log::isTaken))
        : later(log);
  }

  private static boolean isRefused(String courtId, EventLog log) {
    return log.isTaken(courtId) || log.refusals(courtId) > 0;
  }

  private static Optional<Action> again(Event.Requested last, List<Duration> pauses, int soFar) {
    return soFar <= pauses.size()
        ? Optional.of(new Action.Send(last.courtId(), pauses.get(soFar - 1)))
        : Optional.empty();
  }

  private static Duration backoff(int failures) {
    Duration pause = Duration.ofMillis(50L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_BACKOFF) < 0 ? pause : LONGEST_BACKOFF;
  }

  private static Action capped(Action action, EventLog log) {
    return action instanceof Action.Send && log.requests() >= MOST_REQUESTS
        ? conclude(later(log), log)
        : action;
  }

  /** Stops, but not before it is known that no request of ours holds a court. */
  private static Action conclude(Outcome outcome, EventLog log) {
    return log.mayHoldACourt() ? new Action.Read(Duration.ZERO) : new Action.Finish(outcome);
  }

  /** Another run may try again, though not before the time that the server asked for. */
  private static Outcome later(EventLog log) {
    Duration asked =
        log.lastRequest()
            .map(Event.Requested::answer)
            .flatMap(Tactics::askedToWait)
            .orElse(Duration.ZERO);
    return new Outcome.TryAgain(reason(log), asked.compareTo(NEXT_RUN) > 0 ? asked : NEXT_RUN);
  }

  private static Optional<Duration> askedToWait(Answer answer) {
    return answer instanceof Answer.Throttled throttled ? throttled.retryAfter() : Optional.empty();
  }

  private static Outcome notAccepted(EventLog log) {
    return new Outcome.SignInRequired(
        "a new token is not accepted either (%s): sign in with court login".formatted(reason(log)));
  }

  private static String reason(EventLog log) {
    return log.lastRequest().map(last -> last.answer().reason()).orElse("nothing was tried");
  }
}
