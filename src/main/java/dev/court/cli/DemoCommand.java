package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.host.Host;
import dev.court.sandbox.ReceivedRequest;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "demo",
    description = {
      "Book a court from beginning to end, against a sandbox; takes some ten seconds.",
      "Needs no account and touches nothing: its home is a temporary folder."
    },
    footer = {"", "Examples:", "  court demo", "  court demo --machines"})
public final class DemoCommand implements Callable<Integer> {
  /** What is to be done before the opening takes a quick machine three seconds. */
  private static final Duration AHEAD = Duration.ofSeconds(7);

  private static final Duration LONGEST_AHEAD = Duration.ofSeconds(45);

  /** All that is done before the opening takes about so many times as long as a first sandbox. */
  private static final int AS_LONG_AS = 150;

  private final Rehearsal rehearsal;
  private final Host host;

  @ParentCommand CourtCommand court;

  @Option(
      names = "--machines",
      description = {
        "Two workers on a PostgreSQL instead, one of which is killed a second before the",
        "opening. Needs the server programs of PostgreSQL; takes some twenty seconds."
      })
  boolean machines;

  public DemoCommand(Rehearsal rehearsal, Host host) {
    this.rehearsal = rehearsal;
    this.host = host;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (machines) {
      boolean isHeldOnce = new MachinesDemo(host, rehearsal, court).play();
      return isHeldOnce ? ExitCodes.DONE : ExitCodes.INTERNAL;
    }
    return playAlone();
  }

  private int playAlone() {
    InstantSource usual = court.clock();
    Venue venue = SandboxOptions.at(usual).venue();
    Duration ahead = ahead(usual);
    Instant opening = nextSlot(usual.instant().plus(ahead), venue.slot());
    Duration shift = Duration.between(usual.instant(), opening.minus(ahead));
    InstantSource clock = InstantSource.offset(usual, shift);
    SandboxOptions options = SandboxOptions.at(clock);
    try (Sandbox sandbox = Sandbox.start(options);
        SandboxSession session = new SandboxSession(sandbox, rehearsal, clock, court.console())) {
      court.out().println("A sandbox stands in for Atrium, and its clock is moved ahead so that");
      court.out().printf("a court opens in %s seconds.%n", ahead.toSeconds());
      ZonedDateTime start = opening.atZone(venue.zone()).plus(venue.window().length());
      boolean played = play(session, start);
      return conclude(sandbox, start) && played ? ExitCodes.DONE : ExitCodes.INTERNAL;
    }
  }

  /** A sandbox that nobody asks shows how quick this machine is. */
  private static Duration ahead(InstantSource usual) {
    long began = System.nanoTime();
    Sandbox.start(SandboxOptions.at(usual)).close();
    Duration took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(AS_LONG_AS);
    return Collections.max(List.of(AHEAD, Collections.min(List.of(took, LONGEST_AHEAD))));
  }

  private static boolean play(SandboxSession session, ZonedDateTime start) {
    String at = start.toLocalDateTime().toString();
    return SandboxSession.allDone(
        List.of(
            session.run("add", "--at", at, "--court", "1,2", "--name", "demo"),
            session.signIn(),
            session.run("run-due"),
            session.run("list"),
            session.run("history")));
  }

  /**
   * Prints the outcome by what the sandbox holds, which proves more than the program's own word.
   */
  private boolean conclude(Sandbox sandbox, ZonedDateTime start) {
    PrintWriter out = court.out();
    boolean held = sandbox.reservations().stream().anyMatch(one -> one.start().isEqual(start));
    Optional<Duration> late =
        sandbox.requests().stream()
            .filter(request -> request.status() == 201)
            .map(ReceivedRequest::afterOpening)
            .findFirst();
    out.println();
    if (held && late.isPresent()) {
      out.printf(
          Locale.ROOT,
          "The sandbox holds the reservation; the request came %.1f ms after the opening.%n",
          late.get().toNanos() / 1e6);
    } else {
      out.println("The sandbox holds no reservation.");
    }
    return held;
  }

  private static Instant nextSlot(Instant soonest, Duration slot) {
    long length = slot.toMillis();
    return Instant.ofEpochMilli((soonest.toEpochMilli() / length + 1) * length);
  }
}
