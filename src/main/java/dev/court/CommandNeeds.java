package dev.court;

import dev.court.cli.Target;
import java.util.Set;

/** What the commands need of a home, by their names. */
final class CommandNeeds {
  /** Commands that make the home, or say themselves that it is not there. */
  private static final Set<String> WITHOUT_HOME =
      Set.of("add", "login", "import", "config", "doctor", "complete", "sandbox", "init");

  /** Commands that serve several accounts. */
  private static final Set<String> OF_SEVERAL =
      Set.of(
          "run-due",
          "worker",
          "accounts",
          "list",
          "calendar",
          "next",
          "history",
          "export",
          "doctor");

  /** Commands that make home and database. Others find nothing where there is none. */
  private static final Set<String> WITH_DATABASE =
      Set.of("add", "login", "import", "run-due", "worker");

  private CommandNeeds() {}

  static boolean isHomeNeeded(String command) {
    return !WITHOUT_HOME.contains(command);
  }

  static boolean makesDatabase(String command) {
    return WITH_DATABASE.contains(command);
  }

  /** The account of a command that serves one; of several, the first is the one there for all. */
  static String account(Target target) {
    return OF_SEVERAL.contains(target.command()) && target.accounts().size() > 1
        ? target.accounts().get(0)
        : target.account();
  }
}
