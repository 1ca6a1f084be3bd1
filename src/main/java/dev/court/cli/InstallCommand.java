package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.host.Host;
import dev.court.host.InstallStep;
import dev.court.host.Platform;
import dev.court.host.Scheduler;
import dev.court.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "install",
    description = {
      "Let cron, systemd or GitHub Actions call court each minute.",
      "--remove ends that. For Render, Heroku, Railway and Fly it writes what runs a worker there.",
      "Shows what it would change, and changes it with --yes. Doing it again brings it up to date."
    },
    footer = {
      "",
      "Examples:",
      "  court install cron",
      "  court install systemd --yes",
      "  court install cron --remove --yes",
      "  court install render . --yes"
    })
public final class InstallCommand implements Callable<Integer> {
  private final Host host;
  private final Supplier<Settings> settings;

  @ParentCommand CourtCommand court;

  @Parameters(
      index = "0",
      paramLabel = "WHERE",
      description = {
        "${COMPLETION-CANDIDATES}:",
        "a block in your crontab, a timer of your own systemd, or files in a",
        "copy of court's repository."
      })
  Where where;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "For what goes into a repository: its top (default: here).")
  Path folder;

  @Option(names = "--remove", description = "Take it out again.")
  boolean remove;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it, instead of showing it.")
  boolean yes;

  /** Lower case, as people type it. */
  enum Where {
    cron,
    systemd,
    github,
    render,
    heroku,
    railway,
    fly;

    /** Empty for what is on this machine. */
    Optional<Platform> platform() {
      return switch (this) {
        case cron, systemd -> Optional.empty();
        case github -> Optional.of(Platform.GITHUB);
        case render -> Optional.of(Platform.RENDER);
        case heroku -> Optional.of(Platform.HEROKU);
        case railway -> Optional.of(Platform.RAILWAY);
        case fly -> Optional.of(Platform.FLY);
      };
    }
  }

  public InstallCommand(Host host, Supplier<Settings> settings) {
    this.host = host;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (folder != null && where.platform().isEmpty()) {
      throw new InvalidRequest("a folder goes with what is written into a repository only");
    }
    Scheduler scheduler = scheduler();
    List<InstallStep> steps = remove ? scheduler.remove() : scheduler.install();
    List<String> notes = scheduler.notes();
    Installation installation = new Installation();
    for (InstallStep step : steps) {
      print(step);
      if (yes) {
        court.out().flush();
        perform(step, installation);
      }
    }
    notes.forEach(court::say);
    scheduler.leftovers().forEach(court::say);
    court.say(verdict(steps));
    return ExitCodes.DONE;
  }

  /** What is removed stays removed when a later step fails. */
  private void perform(InstallStep step, Installation installation) {
    if (remove) {
      step.perform();
    } else {
      installation.perform(step);
    }
  }

  private String verdict(List<InstallStep> steps) {
    if (steps.isEmpty()) {
      return remove ? "Nothing of court is there." : "It is there already.";
    }
    if (!yes) {
      return "Nothing was changed: --yes does it.";
    }
    if (remove) {
      return "Done.";
    }
    return where
        .platform()
        .map(platform -> "Done. Commit it; what is left to do there is in " + platform.page() + ".")
        .orElse("Done. In a minute, court doctor says whether it came by.");
  }

  private Scheduler scheduler() {
    Optional<Platform> platform = where.platform();
    if (platform.isPresent()) {
      return platform.get().in(folder == null ? Path.of("") : folder);
    }
    LocalScheduler here = new LocalScheduler(host, court.global().account());
    Settings called = remove ? null : settings.get();
    return where == Where.cron ? here.cron(called) : here.systemd(called);
  }

  private void print(InstallStep step) {
    court.out().println(step.subject());
    step.removed().forEach(line -> court.out().println("- " + line));
    step.added().forEach(line -> court.out().println("+ " + line));
  }
}
