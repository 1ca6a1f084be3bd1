package dev.court.cli;

import dev.court.session.Logout;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "logout",
    description = {
      "End the session at the realm, and forget it and remembered credentials here.",
      "Schedules stay. It is forgotten here even if the realm cannot be reached."
    })
public final class LogoutCommand implements Callable<Integer> {
  private final Supplier<Logout> logout;

  @ParentCommand CourtCommand court;

  public LogoutCommand(Supplier<Logout> logout) {
    this.logout = logout;
  }

  @Override
  public Integer call() {
    Logout.LogoutResult ended = logout.get().run();
    if (ended.session()) {
      court.say(
          ended.trouble().isPresent()
              ? "The session is forgotten."
              : "The session is ended and forgotten.");
    } else {
      court.say("Nobody was signed in.");
    }
    if (ended.credentials()) {
      court.say("User name and password are forgotten.");
    }
    ended
        .trouble()
        .ifPresent(
            trouble ->
                court
                    .console()
                    .err()
                    .println(
                        ("court: the realm was not told (%s):"
                                + " the session ends there by itself, within hours")
                            .formatted(trouble)));
    return ExitCodes.DONE;
  }
}
