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

/** Goes through what commands do, for the launcher to archive the classes that they load. */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher.")
final class WarmUpCommand implements Callable<Integer> {
  /** So that tables have to be made to fit. */
  private static final int NARROW = 80;

  /** Nobody takes messages there, which is all the same to a run. */
  private static final String HOOK = "{\"hook\": {\"type\": \"webhook\", \"url\": \"%s\"}}";

  @ParentCommand CourtCommand court;

  @Override
  public Integer call() {
    InstantSource clock = court.rooms().clock();
    Console silent =
        new Console(
            InputStream.nullInputStream(), nowhere(), nowhere(), false, Optional::empty, NARROW);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
        SandboxSession rehearsal = new SandboxSession(sandbox, court.rooms(), clock, silent)) {
      return SandboxSession.allDone(codes(rehearsal, bookable(clock), sandbox.apiUrl().toString()))
          ? ExitCodes.DONE
          : ExitCodes.INTERNAL;
    }
  }

  private static List<Integer> codes(SandboxSession rehearsal, ZonedDateTime start, String url) {
    return List.of(
        rehearsal.run("config", "set", "ping_url", url),
        rehearsal.run("config", "set", "notify", HOOK.formatted(url)),
        rehearsal.run("run-due"),
        rehearsal.run("add", "--at", start.toLocalDateTime().toString()),
        rehearsal.run("add", "--on", "we", "--time", "17:00"),
        rehearsal.run("preview", "--rrule", "FREQ=DAILY;BYHOUR=7", "-o", "json"),
        rehearsal.signIn(),
        rehearsal.run("run-due"),
        rehearsal.run("run-due"),
        rehearsal.run("list"),
        rehearsal.run("list", "--bookings", "-o", "json"),
        rehearsal.run("calendar"),
        rehearsal.run("history"),
        rehearsal.run("auth"));
  }

  /** A slot two days ahead, which is open already. */
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
