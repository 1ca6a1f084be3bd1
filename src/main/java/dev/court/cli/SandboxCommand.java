package dev.court.cli;

import dev.court.booking.BookingWindow;
import dev.court.booking.Venue;
import dev.court.sandbox.Faults;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "sandbox",
    description = {
      "Serve a stand-in Atrium on this machine, to rehearse with.",
      "Prints the environment that points court at it, then what it is asked, until Ctrl-C."
    },
    footer = {
      "",
      "With --slot PT1M every minute is a slot, so that an opening is never far:",
      "  court sandbox --slot PT1M",
      "",
      "Faults, as WORD[@REQUESTS][=TIMES][:DETAIL]; docs/sandbox.md explains them:",
      "  latency=200ms, answer-latency, clock=+1.7s, drop-request, drop-answer,",
      "  cut-answer, stall, truncate, hang-up, 5xx, 5xx-after, 429=1:3s, 401,",
      "  html, blocked, taken, refuse, list-empty, list-404, list-405,",
      "  refuse-login, form-changed, session-ended"
    })
public final class SandboxCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port on loopback (default: any that is free).")
  int port;

  @Option(names = "--slot", paramLabel = "SPAN", description = "Length of a slot (default: PT30M).")
  String slot;

  @Option(
      names = "--window",
      paramLabel = "SPAN",
      description = "How long ahead courts open (default: PT168H).")
  String window;

  @Option(
      names = "--fault",
      paramLabel = "FAULTS",
      defaultValue = "",
      description = "What goes wrong, such as latency=200ms,drop-answer=1,clock=+1.7s.")
  String faults;

  @Option(names = "--for", paramLabel = "SPAN", description = "End by itself after this time.")
  String timeToRun;

  @Override
  public Integer call() throws InterruptedException {
    Duration limit = timeToRun == null ? null : Dates.span(timeToRun);
    SandboxOptions options =
        SandboxOptions.at(court.clock())
            .withPort(port)
            .withVenue(venue(court.venue()))
            .withFaults(Faults.parse(faults))
            .withLog(court.console().err()::println);
    try (Sandbox sandbox = Sandbox.start(options)) {
      serve(sandbox, limit);
    }
    return ExitCodes.DONE;
  }

  /** The folder goes when the sandbox ends, by Ctrl-C too. */
  private void serve(Sandbox sandbox, Duration limit) throws InterruptedException {
    SandboxHome home = SandboxHome.make(sandbox);
    Thread cleaning = new Thread(home::remove, "sandbox-home");
    Runtime.getRuntime().addShutdownHook(cleaning);
    try {
      home.environment(slot == null ? null : Dates.span(slot).toString(), window)
          .forEach(this::export);
      court.say(
          "Sign in with: court login --username %s --password-file %s"
              .formatted(sandbox.username(), home.passwordFile()));
      court.say("          or: court login --with-token < " + home.tokenFile());
      court.say(
          "   or all in one: court init, as %s with the password %s"
              .formatted(sandbox.username(), sandbox.password()));
      court.out().flush();
      wait(limit);
    } finally {
      home.remove();
      removeHook(cleaning);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook has run.
    }
  }

  private Venue venue(Venue venue) {
    return new Venue(
        venue.zone(),
        window == null ? venue.window() : BookingWindow.parse(window),
        slot == null ? venue.slot() : Dates.span(slot),
        venue.maxDuration(),
        venue.courts());
  }

  private void export(String name, String value) {
    court.out().printf("export %s=%s%n", name, value);
  }

  private static void wait(Duration timeToRun) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    if (timeToRun == null) {
      never.await();
    } else {
      boolean unused = never.await(timeToRun.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
