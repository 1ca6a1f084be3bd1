package dev.court.cli;

import dev.court.booking.BookingWindow;
import dev.court.booking.Venue;
import dev.court.host.Host;
import dev.court.host.LaunchedCourt;
import dev.court.host.ThrowAwayPostgres;
import dev.court.sandbox.ReceivedRequest;
import dev.court.sandbox.Reservation;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two workers on one PostgreSQL, of which the one that holds the booking is killed a second before
 * the opening. Real processes by the real clock; the window is what brings the opening near.
 */
final class MachinesDemo {
  private static final Duration AHEAD = Duration.ofSeconds(16);
  private static final Duration KILL_AHEAD = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Host host;
  private final Rehearsal rehearsal;
  private final CourtCommand court;
  private final InstantSource clock;
  private final PrintWriter out;

  MachinesDemo(Host host, Rehearsal rehearsal, CourtCommand court) {
    this.host = host;
    this.rehearsal = rehearsal;
    this.court = court;
    this.clock = court.clock();
    this.out = court.out();
  }

  /** Whether exactly one reservation came of it. */
  boolean play() throws InterruptedException {
    say("Two machines, and a PostgreSQL between them that is made for this and thrown away.");
    say(
        "A sandbox stands in for Atrium; a court opens there some %s seconds later.",
        AHEAD.toSeconds());
    Venue usual = SandboxOptions.at(clock).venue();
    try (ThrowAwayPostgres postgres = ThrowAwayPostgres.start(host)) {
      return play(postgres, usual);
    }
  }

  private boolean play(ThrowAwayPostgres postgres, Venue usual) throws InterruptedException {
    Instant opening = clock.instant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    ZonedDateTime start = start(opening, usual);
    BookingWindow window = new BookingWindow(Duration.between(opening, start));
    Venue venue =
        new Venue(usual.zone(), window, usual.slot(), usual.maxDuration(), usual.courts());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock).withVenue(venue));
        SandboxSession session =
            new SandboxSession(
                sandbox,
                (environment, time, console) ->
                    rehearsal.start(shared(environment, postgres, window), time, console),
                clock,
                court.console())) {
      String at = start.toLocalDateTime().toString();
      boolean isSet =
          SandboxSession.allDone(
              List.of(
                  session.run("add", "--at", at, "--court", "1,2", "--name", "demo"),
                  session.signIn()));
      say("");
      return isSet
          && race(session, shared(session.environment(), postgres, window), opening, sandbox);
    }
  }

  private boolean race(
      SandboxSession session, Map<String, String> environment, Instant opening, Sandbox sandbox)
      throws InterruptedException {
    try (LaunchedCourt one = worker("one", environment)) {
      if (!isClaimed(session, opening)) {
        say("machine one did not claim the booking in time: is this machine busy?");
        return false;
      }
      say("machine one holds the booking; machine two comes.");
      try (LaunchedCourt two = worker("two", environment)) {
        sleepUntil(opening.minus(KILL_AHEAD));
        say("$ kill -9 %s    # the worker of machine one, a second before the opening", one.pid());
        one.kill();
        Instant end = opening.plus(PATIENCE);
        sleepUntil(opening.plusSeconds(1));
        while (sandbox.reservations().isEmpty() && clock.instant().isBefore(end)) {
          Thread.sleep(100);
        }
        // time for a second one, if there were to be one, and for what the worker says of it
        Thread.sleep(1500);
        return conclude(sandbox, two.pid());
      }
    }
  }

  /** With a home of its own, and the key that seals the session of both. */
  private LaunchedCourt worker(String name, Map<String, String> environment) {
    Path home = Path.of(environment.get("COURT_HOME"));
    try {
      Map<String, String> own = new LinkedHashMap<>(environment);
      own.put("COURT_KEY", Files.readString(home.resolve("key")).strip());
      own.put("COURT_HOME", Files.createDirectory(home.resolve("machine-" + name)).toString());
      say("machine %s:  $ court worker", name);
      return LaunchedCourt.start(host, own, line -> say("machine %s:  %s", name, line), "worker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isClaimed(SandboxSession session, Instant opening) throws InterruptedException {
    while (!session.answer("list", "--bookings", "-o", "csv").contains("in_flight")) {
      if (clock.instant().isAfter(opening.minus(KILL_AHEAD))) {
        return false;
      }
      Thread.sleep(100);
    }
    return true;
  }

  private boolean conclude(Sandbox sandbox, long survivor) {
    List<Reservation> held =
        sandbox.reservations().stream().filter(one -> !one.cancelled()).toList();
    Optional<Duration> late =
        sandbox.requests().stream()
            .filter(request -> request.status() == 201)
            .map(ReceivedRequest::afterOpening)
            .findFirst();
    say("");
    say(
        "The sandbox holds %s%s; machine two goes on (process %s).",
        held.size() == 1 ? "exactly one reservation" : held.size() + " reservations",
        late.map(time -> ", asked for %.1f ms after the opening".formatted(time.toNanos() / 1e6))
            .orElse(""),
        survivor);
    return held.size() == 1;
  }

  /** The next slot a week after the opening. */
  private static ZonedDateTime start(Instant opening, Venue venue) {
    long slot = venue.slot().toSeconds();
    long week = opening.plus(Duration.ofDays(7)).getEpochSecond();
    return Instant.ofEpochSecond((week / slot + 1) * slot).atZone(venue.zone());
  }

  private static Map<String, String> shared(
      Map<String, String> environment, ThrowAwayPostgres postgres, BookingWindow window) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("COURT_DB_URL", postgres.url());
    all.put("COURT_WINDOW", window.toString());
    return all;
  }

  private void sleepUntil(Instant instant) throws InterruptedException {
    Thread.sleep(Math.max(0, Duration.between(clock.instant(), instant).toMillis()));
  }

  private synchronized void say(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }
}
