package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
final class GlobalOptions {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where everything is kept (default: $COURT_HOME, else ~/.local/share/court).")
  String home;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "Whose bookings (default: default; run-due, list and the like: all, and NAME may be"
              + " repeated).")
  List<String> accounts = List.of();

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say less: data and errors only.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more.")
  boolean verbose;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Ask nothing, as in a pipe; what is missing is an error.")
  boolean noInput;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  boolean debug;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Color color;

  /**
   * The name of the account whose bookings are meant.
   *
   * @throws InvalidRequest when it cannot be the name of one
   */
  String account() {
    List<String> named = accounts();
    if (named.size() > 1) {
      throw new InvalidRequest("name one account: this command takes no more");
    }
    return named.isEmpty() ? Workspace.ONLY_ACCOUNT : named.get(0);
  }

  /**
   * The names of the accounts that are meant; empty when the line names none.
   *
   * @throws InvalidRequest when one cannot be the name of one
   */
  List<String> accounts() {
    for (String account : accounts) {
      if (!account.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .@_+-]{0,59}")) {
        throw new InvalidRequest(
            "an account's name is up to 60 letters, digits and . @ _ + - between them");
      }
    }
    return accounts.stream().distinct().toList();
  }

  /** Lower case, as people type it. */
  enum Color {
    auto,
    always,
    never
  }
}
