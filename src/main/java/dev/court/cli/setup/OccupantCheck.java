package dev.court.cli.setup;

import dev.court.booking.SetupProblem;
import dev.court.cli.CourtCommand;
import dev.court.held.OccupantAnswer;
import dev.court.terminal.Questions;
import java.util.HashSet;
import java.util.Set;

/** Asks the building whether it lets the person who is signed in be this occupant. */
final class OccupantCheck {
  private static final int TRIES = 3;

  private final CourtCommand court;
  private final SetupCases cases;
  private final OccupantChoice choice;
  private boolean isRefused;

  OccupantCheck(CourtCommand court, SetupCases cases, OccupantChoice choice) {
    this.court = court;
    this.cases = cases;
    this.choice = choice;
  }

  /** Whether the last answer of the building was no. */
  boolean isRefused() {
    return isRefused;
  }

  /**
   * Asks the building, and the person for another number where the building says no. In the end
   * what is set already is asked about too.
   */
  void ask(Questions questions) {
    Set<String> refused = new HashSet<>();
    while (isOutside(refused)) {
      String id = choice.id().orElseThrow();
      OccupantAnswer answer = cases.tryOccupant(id).ask();
      isRefused = answer instanceof OccupantAnswer.NotYours;
      if (!isRefused) {
        say(id, answer);
        return;
      }
      refused.add(id);
      questions.say(refusal(id, "give your own number") + ".");
      choice.forget();
      if (refused.size() < TRIES && !choice.isVariable()) {
        new OccupantQuestion(choice).ask(questions, "");
      }
      if (!isOutside(refused)) {
        choice.forget();
      }
    }
  }

  private boolean isOutside(Set<String> refused) {
    return choice.id().filter(id -> !refused.contains(id)).isPresent();
  }

  /**
   * The same where nobody can be asked.
   *
   * @param outcome what was set up until now
   * @throws SetupProblem when the building does not let the person in
   */
  void requireYours(String outcome) {
    choice
        .id()
        .ifPresent(
            id -> {
              OccupantAnswer answer = cases.tryOccupant(id).ask();
              if (answer instanceof OccupantAnswer.NotYours) {
                throw new SetupProblem(
                    refusal(id, "give your own number with --occupant") + "; " + outcome);
              }
              say(id, answer);
            });
  }

  private String refusal(String id, String remedy) {
    return "the building does not let you in as occupant %s (HTTP 403): %s"
        .formatted(
            id, choice.isVariable() ? "correct " + choice.source() + ", or unset it" : remedy);
  }

  private void say(String id, OccupantAnswer answer) {
    court.say(
        answer instanceof OccupantAnswer.NotTold unclear
            ? "Whether %s is your number could not be found out (%s); court doctor asks again."
                .formatted(id, unclear.why())
            : "The building lets you in as occupant %s.".formatted(id));
  }
}
