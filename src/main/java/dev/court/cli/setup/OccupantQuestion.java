package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;

/** Asks for the number at the building. */
final class OccupantQuestion {
  private final OccupantChoice choice;

  OccupantQuestion(OccupantChoice choice) {
    this.choice = choice;
  }

  /**
   * Puts the question.
   *
   * @param suggested empty for none
   */
  void ask(Questions questions, String suggested) {
    String answer = questions.ask("Number or address", suggested, this::answer);
    if (!answer.isEmpty() && !answer.equals(choice.held())) {
      choice.take(answer, PlannedValue.TYPED);
    }
  }

  private TypedAnswer<String> answer(String text) {
    try {
      return new TypedAnswer.Usable<>(
          text.isEmpty() || text.equals(choice.held()) ? text : choice.read(text));
    } catch (InvalidRequest e) {
      return new TypedAnswer.Unusable<>(e.getMessage());
    }
  }
}
