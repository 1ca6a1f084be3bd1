package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.terminal.Console;

/** Asks at a terminal for what must not be shown there. */
public final class HiddenInput {
  private HiddenInput() {}

  /**
   * One line.
   *
   * @param question ends with a blank
   * @param what the thing that is asked for, for the refusal
   * @param option names a file that it can come from instead
   * @throws InvalidRequest when this terminal shows all that is typed
   */
  public static String ask(Console console, String question, String what, String option) {
    return console
        .hiddenLine()
        .apply(() -> show(console, question))
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "the %s cannot be read here without showing it: give it with %s, or on standard input"
                        .formatted(what, option)));
  }

  private static void show(Console console, String question) {
    console.err().print(question);
    console.err().flush();
  }
}
