package dev.court.cli;

import dev.court.session.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "refresh-token",
    description = "Refresh the session, so that it stays alive. run-due does it by itself.")
public final class RefreshTokenCommand implements Callable<Integer> {
  private final Supplier<Session> session;

  @ParentCommand CourtCommand court;

  @Option(
      names = "--if-older-than",
      paramLabel = "SPAN",
      description = "Only when the tokens are older than this, such as PT20M.")
  String age;

  public RefreshTokenCommand(Supplier<Session> session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Session session = this.session.get();
    boolean refreshed =
        session.refreshIfOlderThan(age == null ? Duration.ZERO : Dates.span(age)) || age == null;
    Phrases phrases = new Phrases(court.venue());
    court.say(
        "%s; the access token lives until %s"
            .formatted(
                refreshed ? "Refreshed" : "Young enough",
                phrases.timeAndZone(session.view().accessExpiry())));
    return ExitCodes.DONE;
  }
}
