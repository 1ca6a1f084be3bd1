package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a set-up asks for, as options: a question whose option is given is not asked. */
final class InitOptions {
  @Option(
      names = "--occupant",
      paramLabel = "ID",
      description = "Your number at the building, or an address of its portal that holds it.")
  String occupant;

  @Option(names = "--username", paramLabel = "NAME", description = "Whom to sign in.")
  String username;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "Read the password from the first line of a file that only you can read.",
        "Without it, a script gives it on standard input."
      })
  String passwordFile;

  @Option(
      names = "--remember",
      description = {
        "Keep user name and password, sealed, so that run-due can sign in again by itself.",
        "Whoever can read both the home folder and the key can read them."
      })
  boolean remember;

  @Option(
      names = "--with-token",
      description = "Sign in with a refresh token in place of name and password.")
  boolean withToken;

  @Option(
      names = "--add",
      paramLabel = "WORDS",
      description = "What to play, in words, such as 'every wed 17:00'.")
  String add;

  @Option(
      names = "--court",
      paramLabel = "COURTS",
      description = "The courts to try for it, by id or name, best first (default: all).")
  String courts;

  @Option(
      names = "--caller",
      paramLabel = "WHO",
      description = {
        "What calls run-due: ${COMPLETION-CANDIDATES}.",
        "cron and systemd are set up; for the others the command to type is said."
      })
  Caller caller;

  @Option(
      names = "--notify",
      paramLabel = "ADDRESS",
      description = "Where to send news: a topic of ntfy, or the https address of a webhook.")
  String notifyAddress;

  @Option(
      names = "--notify-file",
      paramLabel = "FILE",
      description =
          "Read that address from a file that only you can read: those of Slack and Discord are"
              + " secrets, and any with a ? may be one.")
  String notifyFile;

  @Option(
      names = "--skip",
      paramLabel = "PART",
      split = ",",
      description = "Leave out: ${COMPLETION-CANDIDATES}.")
  List<SetupPart> skip = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask whether to go on.")
  boolean yes;

  /** Whether all is to be asked. */
  boolean saysNothing() {
    return !yes
        && !withToken
        && !remember
        && skip.isEmpty()
        && Stream.of(
                occupant, username, passwordFile, add, courts, caller, notifyAddress, notifyFile)
            .allMatch(Objects::isNull);
  }

  /**
   * Refuses what says a thing and leaves it out.
   *
   * @throws InvalidRequest that names the two options
   */
  void refuseContradictions() {
    for (SetupPart part : skip) {
      String option =
          switch (part) {
            case occupant -> name("--occupant", occupant);
            case login ->
                withToken
                    ? "--with-token"
                    : name("--username", username) + name("--password-file", passwordFile);
            case schedule -> name("--add", add);
            case caller -> name("--caller", caller);
            case news -> name("--notify", notifyAddress) + name("--notify-file", notifyFile);
          };
      if (!option.isEmpty()) {
        throw new InvalidRequest(
            "%s does not go with --skip %s: leave out one of them"
                .formatted(option.strip(), part.name()));
      }
    }
  }

  /** The name of an option with a blank behind it; empty without a value. */
  private static String name(String option, Object value) {
    return value == null ? "" : option + " ";
  }

  /** Lower case, as people type it. */
  enum Caller {
    cron,
    systemd,
    worker,
    github
  }

  /** Lower case, as people type it. */
  enum SetupPart {
    occupant,
    login,
    schedule,
    caller,
    news
  }
}
