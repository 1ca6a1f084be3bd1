package dev.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.court.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two machines with a home and a process each, by the real clock, and one PostgreSQL. The sandbox
 * says what is held.
 */
@Tag("postgres")
class MachinesKilledTest {
  /** From the start of both processes to the opening; both have long begun to wait by then. */
  private static final Duration AHEAD = Duration.ofSeconds(9);

  private static final Queue<Long> LATE = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void needs_a_server() {
    home = folder.resolve("one");
    assumeThat(PostgresServer.shared()).isPresent();
  }

  /** Milliseconds before the opening. */
  static IntStream kills() {
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(0, 4_000))
        .limit(Integer.getInteger("court.kills", 3));
  }

  /** More of them: {@code -Dcourt.kills=50}. How late each was is printed at the end. */
  @ParameterizedTest
  @MethodSource("kills")
  void a_machine_that_dies_before_the_opening_costs_no_court_and_little_time(int beforeOpening)
      throws IOException {
    try (RealTime time = ready();
        RealProcess one = time.court("run-due")) {
      one.runsUntil(() -> time.status().equals("in_flight"));
      try (RealProcess two = time.courtAt(folder.resolve("two"), "run-due")) {
        time.await(time.opening.minusMillis(beforeOpening));
        one.kill();

        two.ended();

        assertThat(time.sandbox.reservations()).hasSize(1);
        assertThat(time.status()).isEqualTo("success");
        long late = late(time);
        LATE.add(late);
        System.out.printf("killed %s ms before the opening: %s ms late%n", beforeOpening, late);
        assertThat(late).isBetween(0L, beforeOpening < 300 ? 3_000L : 1_000L);
      }
    }
  }

  /** It asks for its armed court when it wakes, which is held already, and for no other one. */
  @Test
  void a_machine_that_hangs_over_the_opening_and_wakes_holds_no_second_court() throws IOException {
    try (RealTime time = ready();
        RealProcess one = time.court("run-due")) {
      one.runsUntil(() -> time.status().equals("in_flight"));
      try (RealProcess two = time.courtAt(folder.resolve("two"), "run-due")) {
        time.await(time.opening.minusMillis(2_500));
        one.signal("STOP");
        time.await(time.opening.plusMillis(1_500));
        one.signal("CONT");

        one.ended();
        two.ended();

        assertThat(time.sandbox.reservations()).hasSize(1);
        assertThat(time.status()).isEqualTo("success");
      }
    }
  }

  @AfterAll
  static void print_how_late_the_courts_were() {
    List<Long> late = LATE.stream().sorted().toList();
    if (!late.isEmpty()) {
      System.out.printf(
          "machines killed: %s, late by %s ms in the middle and %s ms at most: %s%n",
          late.size(), late.get(late.size() / 2), late.get(late.size() - 1), late);
    }
  }

  private RealTime ready() throws IOException {
    RealTime time = new RealTime(home, AHEAD).with("COURT_DB_URL", HomeDatabase.url(home)).ready();
    return time.with("COURT_KEY", Files.readString(home.resolve("key")));
  }

  private static long late(RealTime time) {
    Instant first =
        time.sandbox.requests().stream()
            .filter(request -> request.method().equals("POST"))
            .filter(request -> request.path().contains("amenity-reservations"))
            .map(ReceivedRequest::at)
            .findFirst()
            .orElse(InstantSource.system().instant());
    return Duration.between(time.opening, first).toMillis();
  }
}
