package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduleRequest;
import dev.court.planning.RequestOptions;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Puts one question whose answer goes where the option for it would have gone, and is checked as
 * that.
 */
final class OptionQuestion {
  private final Questions questions;
  private final PlayOptions play;
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

  OptionQuestion(Questions questions, PlayOptions play, WhenQuestion when, OptionsCheck check) {
    this.questions = questions;
    this.play = play;
    this.when = when;
    this.check = check;
  }

  /** Leaves the option out where the answer is what is suggested. */
  void ask(String question, String suggested, Consumer<String> option) {
    questions.ask(
        question,
        suggested,
        typed -> typed.equals(suggested) ? new TypedAnswer.Usable<>(typed) : tried(typed, option));
  }

  private TypedAnswer<String> tried(String typed, Consumer<String> option) {
    option.accept(typed);
    Optional<String> why = refusal(UnaryOperator.identity());
    if (why.isEmpty()) {
      return new TypedAnswer.Usable<>(typed);
    }
    option.accept(null);
    return new TypedAnswer.Unusable<>(why.get());
  }

  /** Why the options so far cannot be booked, if they cannot. */
  Optional<String> refusal(UnaryOperator<RequestOptions> part) {
    try {
      check.request(part.apply(options()));
      return Optional.empty();
    } catch (InvalidRequest e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The options so far. */
  RequestOptions options() {
    return play.options(when.plan());
  }

  /** The request that they make. */
  ScheduleRequest request() {
    return check.request(options());
  }
}
