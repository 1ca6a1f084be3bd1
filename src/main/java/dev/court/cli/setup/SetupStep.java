package dev.court.cli.setup;

import dev.court.cli.ExitCodes;
import dev.court.terminal.Questions;
import java.util.List;
import java.util.Optional;

/** One part of a set-up: what holds, the question about it, and what is done after the yes. */
interface SetupStep {

  /** What it is about, as a heading. */
  String title();

  /**
   * Reads its options, where nobody is asked.
   *
   * @return what has to be given; empty when nothing is missing
   * @throws dev.court.booking.InvalidRequest when an option makes no sense
   */
  Optional<String> take();

  /** Asks for what no option says; nothing is written but what this says. */
  void ask(Questions questions);

  /**
   * What came of what is tried before the yes.
   *
   * @return an exit code
   */
  default int tried() {
    return ExitCodes.DONE;
  }

  /** What holds in the end, for the page. */
  List<PlannedValue> plan();

  /** Whether there is something to do after the yes. */
  boolean isChange();

  /**
   * Does it.
   *
   * @return an exit code
   * @throws dev.court.booking.Problem when it cannot be done; then nothing of it is
   */
  int perform();

  /** What is left for the person to do, a sentence each. */
  default List<String> leftovers() {
    return List.of();
  }
}
