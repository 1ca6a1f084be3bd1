package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tactics of one booking against a list of answers, and returns the actions in words:
 * {@code send 1}, {@code send 1 after PT1S}, {@code read}, {@code refresh}, and at the end the
 * outcome. What is answered to a request: {@code booked, taken, early, early-ahead, 401, 429,
 * 429:PT3S, unsent, unclear, not-now, refused, gave-up}; to a reading: {@code empty, unreadable,
 * held:2}; to a refresh: {@code fresh, ended, trouble}.
 */
final class TacticsScript {
  private final Tactics tactics;
  private final Deque<String> answers;
  private final List<Event> events = new ArrayList<>();
  private final List<String> story = new ArrayList<>();

  private TacticsScript(String courts, Optional<OpenShot> open, String answers) {
    this.tactics = new Tactics(CourtPreference.parse(courts), open);
    this.answers = new ArrayDeque<>(Arrays.asList(answers.split(" ")));
  }

  /** What happens; every answer has to be asked for. */
  static String play(String courts, String answers) {
    return play(courts, Optional.empty(), answers);
  }

  /** The same with a shot that an earlier run left open. */
  static String play(String courts, Optional<OpenShot> open, String answers) {
    TacticsScript game = new TacticsScript(courts, open, answers);
    game.play();
    assertThat(game.answers).as("not asked for, after " + game.story).isEmpty();
    return String.join(", ", game.story);
  }

  /** How it ends, with its reason and pause. */
  static Outcome outcome(String courts, String answers) {
    return new TacticsScript(courts, Optional.empty(), answers).play();
  }

  private Outcome play() {
    Action action = tactics.next(events);
    while (!(action instanceof Action.Finish)) {
      story.add(words(action));
      assertThat(answers).as("no answer left, after " + story).isNotEmpty();
      events.add(event(action, answers.remove()));
      action = tactics.next(events);
    }
    Outcome outcome = ((Action.Finish) action).outcome();
    story.add(words(outcome));
    return outcome;
  }

  private static Event event(Action action, String word) {
    if (action instanceof Action.Send send) {
      return word.equals("gave-up")
          ? new Event.GaveUp()
          : new Event.Requested(send.courtId(), answer(word), word.startsWith("early-ahead"));
    }
    if (action instanceof Action.SendAtOpening send) {
      return new Event.Requested(send.courtId(), answer(word));
    }
    return action instanceof Action.Read ? reading(word) : refreshed(word);
  }

  private static Answer answer(String word) {
    String[] parts = word.split(":", 2);
    return switch (parts[0]) {
      case "booked" -> new Answer.Booked("4711");
      case "taken" -> new Answer.Taken(word);
      case "early", "early-ahead" -> new Answer.TooEarly(word);
      case "401" -> new Answer.Unauthorised(word);
      case "429" -> new Answer.Throttled(word, retryAfter(parts));
      case "unsent" -> new Answer.NotSent(word);
      case "unclear" -> new Answer.Unclear(word);
      case "not-now" -> new Answer.NotNow(word);
      case "refused" -> new Answer.Refused(word);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Optional<Duration> retryAfter(String... parts) {
    return parts.length == 1 ? Optional.empty() : Optional.of(Duration.parse(parts[1]));
  }

  private static Event reading(String word) {
    return switch (word.split(":", -1)[0]) {
      case "empty" -> new Event.Reading(true, Optional.empty());
      case "unreadable" -> new Event.Reading(false, Optional.empty());
      case "held" ->
          new Event.Reading(true, Optional.of(new Event.HeldCourt(word.split(":", -1)[1], "4712")));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Event refreshed(String word) {
    return switch (word) {
      case "fresh" -> new Event.Refreshed(Optional.empty());
      case "ended" -> new Event.Refreshed(Optional.of(new Outcome.SignInRequired("ended")));
      case "trouble" ->
          new Event.Refreshed(Optional.of(new Outcome.TryAgain("trouble", Duration.ZERO)));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String words(Action action) {
    if (action instanceof Action.Send send) {
      return "send " + send.courtId() + after(send.pause());
    }
    if (action instanceof Action.SendAtOpening send) {
      return "send %s at the opening".formatted(send.courtId());
    }
    return action instanceof Action.Read read ? "read" + after(read.pause()) : "refresh";
  }

  private static String after(Duration pause) {
    return pause.isZero() ? "" : " after " + pause;
  }

  private static String words(Outcome outcome) {
    String kind = outcome.getClass().getSimpleName();
    return outcome instanceof Outcome.Won won ? kind + " " + won.courtId() : kind;
  }
}
