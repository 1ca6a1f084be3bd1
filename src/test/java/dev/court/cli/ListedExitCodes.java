package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Holds a command to the exit codes that its help lists. */
public final class ListedExitCodes {
  private ListedExitCodes() {}

  /**
   * That the command that these arguments name lists the code. Options before the command hide it,
   * and hidden commands list none: then any code will do.
   */
  public static void contain(int code, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    String second = arguments.length < 2 ? "" : arguments[1];
    Map<String, String> below = ExitCodeHelp.of("court " + first + " " + second);
    Map<String, String> listed = below.isEmpty() ? ExitCodeHelp.of("court " + first) : below;
    if (!listed.isEmpty()) {
      assertThat(listed)
          .as("exit codes that court %s lists", String.join(" ", arguments))
          .containsKey(String.valueOf(code));
    }
  }
}
