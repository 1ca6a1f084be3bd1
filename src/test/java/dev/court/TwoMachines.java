package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.sandbox.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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

  final RealTime time;
  private final List<Path> homes;
  private final List<RealProcess> processes;

  /**
   * Starts both at once, as two crons do.
   *
   * @param folder a new one
   * @param ahead from the start of both to the opening
   * @param command of both
   */
  TwoMachines(Path folder, Duration ahead, String... command) {
    homes = List.of(folder.resolve("one"), folder.resolve("two"));
    Path first = homes.get(0);
    time = new RealTime(first, ahead).with("COURT_DB_URL", HomeDatabase.url(first)).ready();
    time.with("COURT_KEY", key(first));
    processes = homes.stream().map(home -> time.courtAt(home, command)).toList();
  }

  private static String key(Path home) {
    try {
      return Files.readString(home.resolve("key"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The machine whose run holds the booking; waits until there is one. */
  RealProcess holder() {
    return processes.get(holding());
  }

  /** The other one; waits until the booking is held. */
  RealProcess other() {
    return processes.get(1 - holding());
  }

  private int holding() {
    Optional<Integer> found = asked(HOLDER).flatMap(this::machineOf);
    while (found.isEmpty() && time.now().isBefore(time.opening)) {
      RealTime.awaitExactly(time.now().plusMillis(20));
      found = asked(HOLDER).flatMap(this::machineOf);
    }
    return found.orElseThrow();
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
    try (Connection connection = HomeDatabase.connect(homes.get(0));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** How late the first request for a court arrived; empty where none did. */
  Optional<Duration> late() {
    return time.sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .map(ReceivedRequest::at)
        .findFirst()
        .map(at -> Duration.between(time.opening, at));
  }

  /** Waits until the booking has an end, for half a minute after its opening at most. */
  void awaitSettled() {
    Instant end = time.opening.plusSeconds(30);
    RealTime.awaitExactly(time.opening);
    while (isOpen() && time.now().isBefore(end)) {
      RealTime.awaitExactly(time.now().plusMillis(100));
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
