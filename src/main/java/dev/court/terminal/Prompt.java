package dev.court.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Questions to a person at a terminal. */
public final class Prompt {
  private Prompt() {}

  /** Whether the person answers with y or yes. */
  public static boolean agreed(Console console, String question) {
    console.err().print(question + " [y/N] ");
    console.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      if (answer == null) {
        // Ctrl-D leaves the cursor behind the question
        console.err().println();
      }
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
