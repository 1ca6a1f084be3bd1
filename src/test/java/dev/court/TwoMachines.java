package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.sandbox.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One court time that opens in a moment, and two machines that want it: a home and a process each,
 * by the real clock, and one PostgreSQL. The sandbox says what is held.
 */
final class TwoMachines implements AutoCloseable {
  private static final String HOLDER = "SELECT claimed_by FROM bookings WHERE status = 'in_flight'";

  private static final String OPEN =
      "SELECT status FROM bookings WHERE status IN ('pending', 'in_flight', 'unknown')";

  private static final String WAITS =
      """
      SELECT 'waits' FROM pg_locks JOIN pg_database ON pg_database.oid = database
      WHERE datname = current_database() AND locktype = 'advisory' AND mode = 'ShareLock'
        AND NOT granted
      """;

  final RealTime time;
  private final String url;
  private final List<Path> homes;
  private final List<RealProcess> processes = new ArrayList<>();

  /**
   * Starts both at once, as two crons do.
   *
   * @param folder a new one
   * @param ahead from the start of both to the opening
   * @param command of both
   */
  TwoMachines(Path folder, Duration ahead, String... command) {
    this(
        folder,
        ahead,
        "1,2",
        HomeDatabase.url(folder.resolve("one")),
        List.of(List.of(), List.of()),
        command);
  }

  /**
   * Starts both at once, each at a place of its own.
   *
   * @param courts that are wanted
   * @param url of the database
   * @param places what stands before the command, for each
   */
  TwoMachines(
      Path folder,
      Duration ahead,
      String courts,
      String url,
      List<List<String>> places,
      String... command) {
    this.url = url;
    this.homes = List.of(folder.resolve("one"), folder.resolve("two"));
    this.time =
        new RealTime(homes.get(0), ahead).with("COURT_DB_URL", url).signedIn().wanted(courts);
    time.with("COURT_KEY", key(homes.get(0)));
    for (int i = 0; i < homes.size(); i++) {
      processes.add(time.courtAt(homes.get(i), places.get(i), command));
    }
  }

  private static String key(Path home) {
    try {
      return Files.readString(home.resolve("key"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of the machine whose run holds the booking. */
  RealProcess holder() {
    return process(holding());
  }

  /** The process of the other one. */
  RealProcess other() {
    return process(1 - holding());
  }

  RealProcess process(int machine) {
    return processes.get(machine);
  }

  /**
   * The number of the machine whose run holds the booking. Waits until there is one, or until the
   * opening: where none has begun by then it is the first machine.
   */
  int holding() {
    Optional<Integer> found = asked(HOLDER).flatMap(this::machineOf);
    while (found.isEmpty() && time.now().isBefore(time.opening)) {
      RealTime.awaitExactly(time.now().plusMillis(20));
      found = asked(HOLDER).flatMap(this::machineOf);
    }
    return found.orElse(0);
  }

  /** Waits until the other machine waits for the end of the one that holds the booking. */
  void awaitStandby() {
    while (asked(WAITS).isEmpty() && time.now().isBefore(time.opening)) {
      RealTime.awaitExactly(time.now().plusMillis(20));
    }
  }

  private Optional<Integer> machineOf(String run) {
    for (int i = 0; i < homes.size(); i++) {
      if (Files.exists(homes.get(i).resolve("runs").resolve(run))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Optional<String> asked(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url.replaceFirst("postgres://\\w+@", "jdbc:postgresql://"), "court", "");
  }

  /** How late the first request for a court arrived; empty where none did. */
  Optional<Duration> late() {
    return asked().stream().findFirst().map(one -> Duration.between(time.opening, one.at()));
  }

  /** All requests for a court, in order. */
  List<ReceivedRequest> asked() {
    return time.sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .toList();
  }

  /** Waits until the booking has an end, for so long after its opening at most. */
  void awaitSettled(Duration atMost) {
    Instant end = time.opening.plus(atMost);
    RealTime.awaitExactly(time.opening);
    while (isOpen() && isAlive() && time.now().isBefore(end)) {
      RealTime.awaitExactly(time.now().plusMillis(100));
    }
  }

  private boolean isAlive() {
    return processes.stream().anyMatch(RealProcess::isAlive);
  }

  /**
   * The next minutes of cron, until the booking has an end. On a machine that is busy, one run may
   * end by a time limit beside the other one that is killed.
   */
  void goOn() {
    for (int tick = 0; tick < 20 && isOpen(); tick++) {
      time.here("", "run-due");
      RealTime.awaitExactly(time.now().plusSeconds(1));
    }
  }

  private boolean isOpen() {
    return !asked(OPEN).isEmpty();
  }

  /** What the processes printed that are alive, after their end. */
  List<Player.Ran> ended() {
    return processes.stream().map(RealProcess::ended).toList();
  }

  @Override
  public void close() {
    processes.forEach(RealProcess::close);
    time.close();
  }
}
