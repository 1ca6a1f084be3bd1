package dev.court;

import dev.court.booking.BookingWindow;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import dev.court.sandbox.realm.RealmOptions;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.sandbox.realm.User;
import dev.court.terminal.Console;
import dev.court.workspace.ParkingWaiter;
import dev.court.workspace.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sandbox by the real clock, with one court time that opens in a moment, for processes of their
 * own. Slots are minutes here, and the window is as long as it takes.
 */
public final class RealTime implements AutoCloseable {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Set<String> OPEN = Set.of("pending", "in_flight", "unknown");

  public final Sandbox sandbox;
  public final Instant opening;
  private final Instant start;
  private final Map<String, String> environment;

  public RealTime(Path home, Duration untilOpening) {
    this(home, untilOpening, 0, SandboxOptions.at(InstantSource.system()));
  }

  /** At a building that has so many courts, from 1 on. */
  public static RealTime withCourts(int count, Path home, Duration untilOpening) {
    List<TennisCourt> courts =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new TennisCourt("" + i, i, "Court " + i))
            .toList();
    SandboxOptions usual = SandboxOptions.at(InstantSource.system());
    Venue venue = usual.venue();
    Venue large =
        new Venue(venue.zone(), venue.window(), venue.slot(), venue.maxDuration(), courts);
    write(home, courts);
    return new RealTime(home, untilOpening, 0, usual.withVenue(large));
  }

  private static void write(Path home, List<TennisCourt> courts) {
    try {
      Files.createDirectories(home);
      Files.writeString(
          home.resolve("config.json"),
          courts.stream()
              .map(
                  court ->
                      "\"%s\":{\"amenity_id\":%s,\"name\":\"%s\"}"
                          .formatted(court.id(), "" + court.amenityId(), court.name()))
              .collect(Collectors.joining(",", "{\"courts\":{", "}}")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RealTime(Path home, Duration untilOpening, int later, SandboxOptions usual) {
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    opening = now.plus(untilOpening);
    start = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(20 + later));
    Duration window = Duration.between(opening, start);
    sandbox = Sandbox.start(options(usual, window));
    environment =
        new HashMap<>(
            Map.of(
                "COURT_HOME", home.toString(),
                "COURT_API_URL", sandbox.apiUrl().toString(),
                "COURT_AUTH_URL", sandbox.authUrl().toString(),
                "COURT_OCCUPANT_ID", sandbox.occupantId(),
                "COURT_SLOT", "PT1M",
                "COURT_WINDOW", window.toString()));
  }

  /** For somebody whom another realm signs in, and a court time so many minutes later. */
  static RealTime at(String realm, Path home, Duration untilOpening, int later) {
    SandboxOptions usual =
        SandboxOptions.at(
            InstantSource.system(), new RealmOptions(TokenLifetimes.DEFAULT, true, true, User.ALL));
    RealTime time = new RealTime(home, untilOpening, later, usual);
    time.environment.put("COURT_AUTH_URL", realm);
    return time;
  }

  private static SandboxOptions options(SandboxOptions usual, Duration window) {
    Venue venue = usual.venue();
    return usual.withVenue(
        new Venue(
            venue.zone(),
            new BookingWindow(window),
            Duration.ofMinutes(1),
            venue.maxDuration(),
            venue.courts()));
  }

  /** Signs in and asks for the time, on either court. */
  public RealTime ready() {
    return signedIn().wanted();
  }

  /** Signs in. */
  public RealTime signedIn() {
    insistently(sandbox.refreshToken(), "login", "--with-token");
    return this;
  }

  /** Asks for the time, on either court. */
  public RealTime wanted() {
    return wanted("1,2");
  }

  /** Asks for the time, on these courts. */
  public RealTime wanted(String courts) {
    String at = start.atZone(NEW_YORK).toLocalDateTime().toString();
    insistently("", "add", "--at", at, "--court", courts);
    return this;
  }

  /** On a machine that is busy with others, the database may be held for longer than is waited. */
  private Player.Ran insistently(String input, String... arguments) {
    Player.Ran ran = here(input, arguments);
    for (int again = 0; again < 5 && ran.code() == 5; again++) {
      ran = here(input, arguments);
    }
    return ran.succeeds();
  }

  /** Sets a variable for every command from now on. */
  public RealTime with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** In a process of its own. */
  public RealProcess court(String... arguments) {
    return RealProcess.court(environment, arguments);
  }

  /**
   * In a process of its own, on another machine that has this home.
   *
   * @param place what stands before the command
   */
  RealProcess courtAt(Path otherHome, List<String> place, String... arguments) {
    Map<String, String> there = new HashMap<>(environment);
    there.put("COURT_HOME", otherHome.toString());
    return RealProcess.courtThrough(place, there, arguments);
  }

  /** In a process of its own, started through another program. */
  RealProcess courtThrough(List<String> other, String... arguments) {
    return RealProcess.courtThrough(other, environment, arguments);
  }

  /** In this process. */
  public Player.Ran here(String input, String... arguments) {
    return here(Duration.ZERO, input, arguments);
  }

  /** In this process, so much later. */
  public Player.Ran here(Duration later, String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int code =
        new Wiring(
                new Surroundings(
                    environment,
                    InstantSource.offset(InstantSource.system(), later),
                    ParkingWaiter::new,
                    new ProcessRunLocks()::in,
                    new StopSignal(InstantSource.system()),
                    Limits.DEFAULT),
                console)
            .run(arguments);
    return new Player.Ran(code, out.toString(), err.toString());
  }

  Map<String, Object> booking() {
    return insistently("", "list", "--bookings", "-o", "json").rows().get(0);
  }

  public String status() {
    return booking().get("status").toString();
  }

  Instant now() {
    return InstantSource.system().instant();
  }

  /** The requests for a court that arrived. */
  public long shots() {
    return sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .count();
  }

  public void await(Instant instant) {
    awaitExactly(instant);
  }

  /** Waits for an instant by the clock of this machine. */
  static void awaitExactly(Instant instant) {
    try {
      new ParkingWaiter(InstantSource.system()).awaitExactly(instant);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs of a later time until the booking has an end. */
  public void settle() {
    for (int minute = 0; minute < 10 && OPEN.contains(status()); minute += 2) {
      here(Duration.ofMinutes(minute), "", "run-due");
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
