package dev.court.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds whatever is answered. */
class TacticsPropertyTest {
  private static final int GAMES = 20_000;
  private static final Set<Class<? extends Answer>> MAYBE =
      Set.of(Answer.Unclear.class, Answer.Unconfirmed.class, Answer.Mismatched.class);

  private static final Duration GIVE_UP = Duration.ofSeconds(60);

  @Test
  void no_other_court_is_asked_while_a_request_may_hold_one() {
    for (int seed = 0; seed < GAMES; seed++) {
      for (Round round : new Played(seed).rounds) {
        if (round.action instanceof Action.Send send) {
          assertThat(round.unclear).as("seed %s", seed).isSubsetOf(Set.of(send.courtId()));
        }
      }
    }
  }

  @Test
  void every_pursuit_ends_within_its_shots_and_its_time() {
    for (int seed = 0; seed < GAMES; seed++) {
      Played played = new Played(seed);

      assertThat(played.requests).as("seed %s", seed).isLessThanOrEqualTo(Tactics.MOST_REQUESTS);
      assertThat(played.rounds).as("seed %s", seed).hasSizeLessThan(80);
    }
  }

  @Test
  void nothing_is_said_for_certain_while_a_request_may_hold_a_court() {
    for (int seed = 0; seed < GAMES; seed++) {
      Played played = new Played(seed);

      if (!(played.outcome instanceof Outcome.Unresolved
          || played.outcome instanceof Outcome.Won)) {
        assertThat(played.unclear).as("seed %s: %s", seed, played.outcome).isEmpty();
      }
    }
  }

  /** A action, and the courts that a request of ours might have held when it was made. */
  private record Round(Action action, Set<String> unclear) {}

  /** A pursuit with random answers, told apart from what the tactics themselves keep. */
  private static final class Played {
    final List<Round> rounds = new ArrayList<>();
    final Set<String> unclear = new HashSet<>();
    final Outcome outcome;
    int requests;
    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    Played(int seed) {
      random = new Random(seed);
      Tactics tactics =
          new Tactics(CourtPreference.parse(seed % 3 == 0 ? "1" : "1,2"), Optional.empty());
      Action action = tactics.next(events);
      while (!(action instanceof Action.Finish)) {
        rounds.add(new Round(action, Set.copyOf(unclear)));
        events.add(event(action));
        action = tactics.next(events);
      }
      outcome = ((Action.Finish) action).outcome();
    }

    private Event event(Action action) {
      if (action instanceof Action.Send send) {
        return sent(send);
      }
      if (action instanceof Action.SendAtOpening send) {
        return sent(new Action.Send(send.courtId(), Duration.ZERO));
      }
      return action instanceof Action.Read ? reading() : refreshed();
    }

    private Event sent(Action.Send send) {
      elapsed = elapsed.plus(send.pause()).plusMillis(random.nextInt(2_000));
      if (elapsed.compareTo(GIVE_UP) > 0) {
        return new Event.GaveUp();
      }
      Answer answer = answer();
      requests += answer instanceof Answer.NotSent ? 0 : 1;
      if (MAYBE.contains(answer.getClass())) {
        unclear.add(send.courtId());
      }
      return new Event.Requested(send.courtId(), answer, random.nextInt(4) == 0);
    }

    private Answer answer() {
      return switch (random.nextInt(15)) {
        case 0 -> new Answer.Booked(null);
        case 1, 2 -> new Answer.Taken("");
        case 3 -> new Answer.TooEarly("");
        case 4 -> new Answer.Unauthorised("");
        case 5 -> new Answer.Throttled("", Optional.empty());
        case 6 -> new Answer.NotSent("");
        case 7 -> new Answer.Refused("");
        case 8 -> new Answer.NotNow("");
        case 9 -> new Answer.Unconfirmed("");
        case 10 -> new Answer.Mismatched(null, "");
        default -> new Answer.Unclear("");
      };
    }

    private Event reading() {
      boolean readable = random.nextInt(10) > 0;
      boolean held = readable && random.nextInt(15) == 0;
      return new Event.Reading(
          readable, held ? Optional.of(new Event.HeldCourt("1", null)) : Optional.empty());
    }

    private Event refreshed() {
      return new Event.Refreshed(
          random.nextBoolean() ? Optional.empty() : Optional.of(new Outcome.SignInRequired("")));
    }
  }
}
