package dev.court.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides after each answer what to do next, from nothing but the events so far. One rule comes
 * first: while a request of ours may hold a court, no other court is asked for, and "taken" may
 * mean ourselves. See {@link OpenShot}.
 */
public final class Tactics {
  /** Requests for one opening in one run, so that the building does not mind us. */
  public static final int MOST_REQUESTS = 12;

  private static final int ROUNDS_WHEN_REFUSED = 2;
  private static final List<Duration> BETWEEN_TOO_EARLY =
      List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final List<Duration> BETWEEN_READINGS =
      List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
  private static final Duration WHEN_THROTTLED = Duration.ofSeconds(1);

  private final CourtPreference courts;
  private final Optional<OpenShot> open;
  private final int roundsWhenRefused;

  /**
   * Tactics for an opening, when every moment counts.
   *
   * @param open the shot that an earlier run left open
   */
  public Tactics(CourtPreference courts, Optional<OpenShot> open) {
    this(courts, open, ROUNDS_WHEN_REFUSED);
  }

  private Tactics(CourtPreference courts, Optional<OpenShot> open, int roundsWhenRefused) {
    this.courts = courts;
    this.open = open;
    this.roundsWhenRefused = roundsWhenRefused;
  }

  /** Tactics for courts that may have been given back: each is asked for once. */
  public static Tactics polite(CourtPreference courts, Optional<OpenShot> open) {
    return new Tactics(courts, open, 1);
  }

  /** The action after {@code events}, which start with the first request of the run. */
  public Action next(List<Event> events) {
    EventLog log = new EventLog(events, open);
    return log.isEmpty() ? first() : capped(after(log.last(), log), log);
  }

  private Action first() {
    if (open.isEmpty()) {
      return send(courts.first(), Duration.ZERO);
    }
    return open.get().isAskable()
        ? send(open.get().courtId(), Duration.ZERO)
        : new Action.Read(Duration.ZERO);
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
    if (answer instanceof Answer.Taken) {
      return log.open().isPresent() ? new Action.Read(Duration.ZERO) : nextCourt(log);
    }
    if (answer instanceof Answer.Refused) {
      return log.open().isPresent() ? sameCourtOnceMore(last, log) : nextCourt(log);
    }
    if (answer instanceof Answer.Unconfirmed || answer instanceof Answer.Mismatched) {
      return new Action.Read(Duration.ZERO);
    }
    if (answer instanceof Answer.TooEarly) {
      return afterTooEarly(last, log);
    }
    if (answer instanceof Answer.Unauthorised) {
      return log.has(Event.Refreshed.class)
          ? conclude(notAccepted(log), log)
          : new Action.Refresh();
    }
    return send(last.courtId(), pause(answer, log));
  }

  /** Before the same court is asked again. */
  private static Duration pause(Answer answer, EventLog log) {
    if (answer instanceof Answer.Throttled throttled) {
      return throttled.retryAfter().orElse(WHEN_THROTTLED);
    }
    if (answer instanceof Answer.NotNow) {
      return Backoff.TURNED_AWAY.pause(log.inARow(Answer.NotNow.class));
    }
    // It is safe to ask the same court again, and quicker than a listing.
    if (answer instanceof Answer.NotSent notSent && notSent.isLasting()) {
      return Backoff.NOT_TRUSTED.pause(log.inARow(Answer.NotSent.class));
    }
    return answer instanceof Answer.NotSent
        ? Backoff.NOT_SENT.pause(log.inARow(Answer.NotSent.class))
        : Backoff.UNCLEAR.pause(log.inARow(Answer.Unclear.class));
  }

  /** Ahead of our own clock it is tried once more at once, and then when our clock says so too. */
  private Action afterTooEarly(Event.Requested last, EventLog log) {
    int ahead = log.tooEarlyInARow(true);
    if (ahead > 0) {
      return ahead == 1
          ? send(last.courtId(), Duration.ZERO)
          : new Action.SendAtOpening(last.courtId());
    }
    int soFar = log.tooEarlyInARow(false);
    return soFar <= BETWEEN_TOO_EARLY.size()
        ? send(last.courtId(), BETWEEN_TOO_EARLY.get(soFar - 1))
        : conclude(new Outcome.NotReleased(reason(log)), log);
  }

  private Action afterRefresh(Event.Refreshed refreshed, EventLog log) {
    return refreshed
        .obstacle()
        .map(obstacle -> conclude(obstacle, log))
        .orElseGet(() -> send(log.lastRequest().orElseThrow().courtId(), Duration.ZERO));
  }

  private Action afterReading(Event.Reading reading, EventLog log) {
    if (reading.held().isPresent()) {
      Event.HeldCourt held = reading.held().get();
      return new Action.Finish(new Outcome.Won(held.courtId(), held.reservationId()));
    }
    OpenShot shot = log.open().orElseThrow();
    if (log.isFirstLookForUnconfirmed() && shot.isAskable()) {
      return send(shot.courtId(), Duration.ZERO);
    }
    int readings = log.readingsInARow();
    return readings < BETWEEN_READINGS.size()
        ? new Action.Read(BETWEEN_READINGS.get(readings))
        : new Action.Finish(new Outcome.Unresolved(reading.instead().orElse(reason(log)), shot));
  }

  /** A refusal in unknown words says nothing of the request whose answer was lost. */
  private Action sameCourtOnceMore(Event.Requested last, EventLog log) {
    return log.refusals(last.courtId()) < roundsWhenRefused
        ? send(last.courtId(), BETWEEN_ROUNDS)
        : new Action.Read(Duration.ZERO);
  }

  private Action nextCourt(EventLog log) {
    Optional<String> fresh =
        courts.courtIds().stream().filter(id -> !isSpent(id, log, 1)).findFirst();
    if (fresh.isPresent()) {
      return send(fresh.get(), Duration.ZERO);
    }
    // A refusal in unknown words may mean "a moment too early".
    return courts.courtIds().stream()
        .filter(id -> !isSpent(id, log, roundsWhenRefused))
        .findFirst()
        .<Action>map(id -> send(id, BETWEEN_ROUNDS))
        .orElseGet(() -> new Action.Finish(lost(log)));
  }

  private static boolean isSpent(String courtId, EventLog log, int rounds) {
    return log.isTaken(courtId) || log.refusals(courtId) >= rounds;
  }

  private Outcome lost(EventLog log) {
    return new Outcome.Lost(reason(log), courts.courtIds().stream().allMatch(log::isTaken));
  }

  private static Action send(String courtId, Duration pause) {
    return new Action.Send(courtId, pause);
  }

  private static Action capped(Action action, EventLog log) {
    boolean isRequest = action instanceof Action.Send || action instanceof Action.SendAtOpening;
    return isRequest && log.requests() >= MOST_REQUESTS ? conclude(later(log), log) : action;
  }

  /** Stops, but looks first whether a request of ours holds a court. */
  private static Action conclude(Outcome outcome, EventLog log) {
    return log.open().isPresent() ? new Action.Read(Duration.ZERO) : new Action.Finish(outcome);
  }

  /** Another run may try again, though not before the time that the server asked for. */
  private static Outcome later(EventLog log) {
    Duration asked =
        log.lastRequest()
            .map(Event.Requested::answer)
            .flatMap(Tactics::askedToWait)
            .orElse(Duration.ZERO);
    return new Outcome.TryAgain(
        reason(log), asked.compareTo(RunBackoff.NEXT_RUN) > 0 ? asked : RunBackoff.NEXT_RUN);
  }

  private static Optional<Duration> askedToWait(Answer answer) {
    return answer instanceof Answer.Throttled throttled ? throttled.retryAfter() : Optional.empty();
  }

  private static Outcome notAccepted(EventLog log) {
    return new Outcome.TokenNotAccepted(
        "a new token is not accepted either (%s)".formatted(reason(log)));
  }

  private static String reason(EventLog log) {
    return log.lastRequest().map(last -> last.answer().reason()).orElse("nothing was tried");
  }
}
