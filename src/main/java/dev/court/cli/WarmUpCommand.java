package dev.court.cli;

import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import dev.court.terminal.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs common commands, so that the launcher can archive the classes that they load. */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher.")
public final class WarmUpCommand implements Callable<Integer> {
  /** Narrow enough that tables are shrunk, so that those classes load too. */
  private static final int NARROW = 80;

  /** The sandbox refuses messages, which does not fail a run. */
  private static final String HOOK = "{\"hook\": {\"type\": \"webhook\", \"url\": \"%s\"}}";

  private final Rehearsal rehearsal;

  @ParentCommand CourtCommand court;

  public WarmUpCommand(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public Integer call() {
    InstantSource clock = court.clock();
    Console silent =
        new Console(
            InputStream.nullInputStream(),
            nowhere(),
            nowhere(),
            false,
            question -> Optional.empty(),
            NARROW);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
        SandboxSession session = new SandboxSession(sandbox, rehearsal, clock, silent)) {
      return SandboxSession.allDone(codes(session, bookable(clock), sandbox.apiUrl().toString()))
          ? ExitCodes.DONE
          : ExitCodes.INTERNAL;
    }
  }

  private static List<Integer> codes(SandboxSession session, ZonedDateTime start, String url) {
    return List.of(
        session.type(url, "config", "set", "ping_url"),
        session.run("config", "set", "notify", HOOK.formatted(url)),
        session.run("run-due"),
        session.run("add", "--at", start.toLocalDateTime().toString()),
        session.run("add", "--on", "we", "--time", "17:00"),
        session.run("preview", "--rrule", "FREQ=DAILY;BYHOUR=7", "-o", "json"),
        session.signIn(),
        session.run("run-due"),
        session.run("run-due"),
        session.run("list"),
        session.run("list", "--bookings", "-o", "json"),
        session.run("calendar"),
        session.run("history"),
        session.run("auth"));
  }

  /** The start of a slot in two days. It is open already. */
  private static ZonedDateTime bookable(InstantSource clock) {
    return clock
        .instant()
        .atZone(SandboxOptions.at(clock).venue().zone())
        .plusDays(2)
        .withHour(12)
        .withMinute(0)
        .withSecond(0)
        .withNano(0);
  }

  private static PrintWriter nowhere() {
    return new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
