package dev.court.cli;

import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.booking.Watch;
import dev.court.planning.PlanInWords;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestOptions;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import dev.court.text.DurationInWords;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Asks a person at a terminal for what to play. An answer goes where the option for it would have
 * gone, and is checked as that. What an option said already is not asked.
 */
final class PlayQuestions {
  private static final String NONE = "-";

  private final Questions questions;
  private final PlayOptions play;
  private final Venue venue;
  private final WhenQuestion when;
  private final OptionsCheck check;

  /** Makes the request of the options so far. */
  @FunctionalInterface
  interface OptionsCheck {
    /**
     * The request.
     *
     * @throws InvalidRequest when it cannot be booked
     */
    ScheduleRequest request(RequestOptions options);
  }

  /**
   * Questions for one request.
   *
   * @param play gets the answers
   * @param check looks at each answer
   */
  PlayQuestions(
      Questions questions, PlayOptions play, Venue venue, WhenQuestion when, OptionsCheck check) {
    this.questions = questions;
    this.play = play;
    this.venue = venue;
    this.when = when;
    this.check = check;
  }

  /**
   * The options of a new request.
   *
   * @param defaults what holds where an answer is empty; its plan is of no account
   */
  RequestOptions forNew(ScheduleRequest defaults) {
    when.ask(null, this::checked);
    askCourts(defaults.courts());
    askLength(defaults);
    if (play.name == null) {
      ask("A name, if you like", "", typed -> play.name = typed);
    }
    return options();
  }

  /**
   * The options of a change, without those that stay as they are.
   *
   * @param whole makes options of which nothing is taken from the plan before
   */
  RequestOptions forChange(ScheduleRequest asked, UnaryOperator<PlanOptions> whole) {
    when.ask(PlanInWords.plan(asked.plan(), venue.zone()), plan -> checked(whole.apply(plan)));
    askCourts(asked.courts());
    askLength(asked);
    if (asked.isEither()) {
      ask(
          "Other times that would do (" + NONE + " for none)",
          asked.alternatives().toString(),
          typed -> play.or = NONE.equals(typed) ? "" : typed);
    }
    ask("Guests", asked.guests(), typed -> play.guests = typed);
    if (check.request(options()).duration().compareTo(venue.slot()) > 0) {
      ask(
          "One reservation for all of it (%s), or one for each slot (%s)"
              .formatted(Strategy.WHOLE.word(), Strategy.SPLIT.word()),
          asked.strategy().word(),
          typed -> play.strategy = typed);
    }
    ask(
        "If all courts are taken, ask again for (such as 2d; 0 for not at all)",
        asked.watch().map(Watch::keepTrying).map(DurationInWords::of).orElse("0"),
        typed -> play.keepTrying = typed);
    askName(asked.name());
    return options();
  }

  private PlanOptions checked(PlanOptions plan) {
    check.request(play.options(plan));
    return plan;
  }

  private void askCourts(CourtPreference suggested) {
    if (play.courts == null && venue.courts().size() > 1) {
      String all =
          String.join(
              ", ", venue.courts().stream().map(court -> court.id() + " " + court.name()).toList());
      ask(
          "Courts, best first (" + all + ")",
          String.join(",", suggested.courtIds()),
          typed -> play.courts = typed);
    }
  }

  private void askLength(ScheduleRequest suggested) {
    if (play.duration == null && Lengths.of(venue).isChoice()) {
      ask(
          "Minutes (" + Lengths.of(venue).words() + ")",
          String.valueOf(suggested.duration().toMinutes()),
          typed -> play.duration = typed);
    }
  }

  private void askName(String suggested) {
    if (suggested == null) {
      ask("A name, if you like", "", typed -> play.name = typed);
    } else {
      ask(
          "Name (" + NONE + " for none)",
          suggested,
          typed -> play.name = NONE.equals(typed) ? "" : typed);
    }
  }

  /** Leaves the option out where the answer is what is suggested. */
  private void ask(String question, String suggested, Consumer<String> option) {
    questions.ask(
        question,
        suggested,
        typed -> typed.equals(suggested) ? new TypedAnswer.Usable<>(typed) : tried(typed, option));
  }

  private TypedAnswer<String> tried(String typed, Consumer<String> option) {
    option.accept(typed);
    try {
      check.request(options());
      return new TypedAnswer.Usable<>(typed);
    } catch (InvalidRequest e) {
      option.accept(null);
      return new TypedAnswer.Unusable<>(e.getMessage());
    }
  }

  private RequestOptions options() {
    return play.options(when.plan());
  }
}
