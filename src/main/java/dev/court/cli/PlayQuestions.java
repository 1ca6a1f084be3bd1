package dev.court.cli;

import dev.court.booking.CourtPreference;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.booking.Watch;
import dev.court.cli.OptionQuestion.OptionsCheck;
import dev.court.planning.PlanInWords;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestOptions;
import dev.court.terminal.Questions;
import dev.court.text.DurationInWords;
import java.util.Optional;
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
  private final OptionQuestion option;

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
    this.option = new OptionQuestion(questions, play, when, check);
  }

  /**
   * The options of a new request.
   *
   * @param defaults what holds where an answer is empty; its plan is of no account
   */
  RequestOptions forNew(ScheduleRequest defaults) {
    when.ask(null, this::checked);
    boolean isLeftOut = play.or != null && leavesOutOthers();
    askCourts(defaults.courts());
    askLength(defaults);
    if (isLeftOut) {
      askOthers(NONE);
    }
    if (play.name == null) {
      option.ask("A name, if you like", "", typed -> play.name = typed);
    }
    return option.options();
  }

  /**
   * The options of a change, without those that stay as they are.
   *
   * @param whole makes options of which nothing is taken from the plan before
   */
  RequestOptions forChange(ScheduleRequest asked, UnaryOperator<PlanOptions> whole) {
    when.ask(PlanInWords.plan(asked.plan(), venue.zone()), plan -> checked(whole.apply(plan)));
    boolean isLeftOut = asked.isEither() && leavesOutOthers();
    askCourts(asked.courts());
    askLength(asked);
    if (asked.isEither()) {
      askOthers(isLeftOut ? NONE : asked.alternatives().toString());
    }
    option.ask("Guests", asked.guests(), typed -> play.guests = typed);
    if (option.request().duration().compareTo(venue.slot()) > 0) {
      option.ask(
          "One reservation for all of it (%s), or one for each slot (%s)"
              .formatted(Strategy.WHOLE.word(), Strategy.SPLIT.word()),
          asked.strategy().word(),
          typed -> play.strategy = typed);
    }
    option.ask(
        "If all courts are taken, ask again for (such as 2d; 0 for not at all)",
        asked.watch().map(Watch::keepTrying).map(DurationInWords::of).orElse("0"),
        typed -> play.keepTrying = typed);
    askName(asked.name());
    return option.options();
  }

  /** Other times that do not go with this plan are no reason against it: they are asked for. */
  private PlanOptions checked(PlanOptions plan) {
    check.request(play.options(plan).withoutOthers());
    return plan;
  }

  /** Leaves out other times where they alone are in the way of the plan, and says why. */
  private boolean leavesOutOthers() {
    Optional<String> why = option.refusal(UnaryOperator.identity());
    if (why.isEmpty() || option.refusal(RequestOptions::withoutOthers).isPresent()) {
      return false;
    }
    questions.say(why.get());
    play.or = "";
    return true;
  }

  private void askOthers(String suggested) {
    String unanswered = play.or;
    option.ask(
        "Other times that would do (" + NONE + " for none)",
        suggested,
        typed -> play.or = typed == null ? unanswered : NONE.equals(typed) ? "" : typed);
  }

  private void askCourts(CourtPreference suggested) {
    if (play.courts == null && venue.courts().size() > 1) {
      String all =
          String.join(
              ", ", venue.courts().stream().map(court -> court.id() + " " + court.name()).toList());
      option.ask(
          "Courts, best first (" + all + ")",
          String.join(",", suggested.courtIds()),
          typed -> play.courts = typed);
    }
  }

  private void askLength(ScheduleRequest suggested) {
    if (play.duration == null && Lengths.of(venue).isChoice()) {
      option.ask(
          "Minutes (" + Lengths.of(venue).words() + ")",
          String.valueOf(suggested.duration().toMinutes()),
          typed -> play.duration = typed);
    }
  }

  private void askName(String suggested) {
    if (suggested == null) {
      option.ask("A name, if you like", "", typed -> play.name = typed);
    } else {
      option.ask(
          "Name (" + NONE + " for none)",
          suggested,
          typed -> play.name = NONE.equals(typed) ? "" : typed);
    }
  }
}
