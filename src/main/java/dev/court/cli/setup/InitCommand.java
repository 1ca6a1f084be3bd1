package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.host.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "init",
    description = {
      "Set everything up, by five questions at a terminal.",
      "Who you are at the building, the sign-in, what to play, who calls run-due, where news go.",
      "Then it shows all of it, and does it after a yes. Run again, it starts from what is there."
    },
    footer = {
      "",
      "Examples:",
      "  court init",
      "  court init --yes --occupant 123456 --username you@example.org \\",
      "    --password-file pw --remember --add 'every wed 17:00' \\",
      "    --caller cron --notify https://ntfy.sh/TOPIC"
    })
public final class InitCommand implements Callable<Integer> {
  private final SetupCases cases;
  private final Host host;

  @ParentCommand CourtCommand court;
  @Mixin InitOptions given;

  public InitCommand(SetupCases cases, Host host) {
    this.cases = cases;
    this.host = host;
  }

  @Override
  public Integer call() {
    given.refuseContradictions();
    cases.home().requireWritable();
    try (SetupProgress progress = SetupProgress.of(court)) {
      return new SetupFlow(court, cases, host, given, progress).run();
    }
  }
}
