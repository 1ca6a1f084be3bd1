package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was killed is noticed at once, wherever it ran. */
@EnabledIf("dev.court.Namespaces#arePermitted")
@Tag("real-time")
class DeadRunsTest {
  @TempDir Path home;
  @TempDir Path elsewhere;

  @Test
  void a_run_that_was_killed_in_a_container_is_dead_for_the_next_container() {
    assertTakenOver(Namespaces.CONTAINER, Namespaces.CONTAINER);
  }

  @Test
  void a_run_of_the_boot_before_is_dead() {
    assertTakenOver(Namespaces.anotherBoot(elsewhere), List.of());
  }

  @Test
  void a_run_that_lives_in_another_container_is_left_alone() {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(30)).ready();
        RealProcess run = time.courtThrough(Namespaces.CONTAINER, "run-due")) {
      run.runsUntil(() -> time.status().equals("in_flight"));

      time.courtThrough(Namespaces.CONTAINER, "run-due").ended().succeeds();

      assertThat(time.status()).isEqualTo("in_flight");
    }
  }

  static IntStream kills() {
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(-2_000, 600))
        .limit(Integer.getInteger("court.kills", 1));
  }

  /** More of them: {@code -Dcourt.kills=100}. */
  @ParameterizedTest
  @MethodSource("kills")
  void what_a_container_was_killed_at_is_booked_once(int afterOpening) {
    assertBookedOnce(Namespaces.CONTAINER, afterOpening);
  }

  /** As after a power cut, apart from what a disk may lose. */
  @ParameterizedTest
  @MethodSource("kills")
  void what_the_boot_before_was_killed_at_is_booked_once(int afterOpening) {
    assertBookedOnce(Namespaces.anotherBoot(elsewhere), afterOpening);
  }

  private void assertBookedOnce(List<String> first, int afterOpening) {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(8)).ready()) {
      try (RealProcess run = time.courtThrough(first, "run-due")) {
        time.await(time.opening.plusMillis(afterOpening));
        run.kill();
      }

      // A process takes some hundredths of a second to die.
      int ticks = 0;
      do {
        time.here("", "run-due").succeeds();
      } while (time.status().equals("in_flight") && ++ticks < 100);

      assertThat(time.sandbox.reservations()).hasSize(1);
      assertThat(time.status()).isEqualTo("success");
    }
  }

  private void assertTakenOver(List<String> first, List<String> next) {
    try (RealTime time = new RealTime(home, Duration.ofSeconds(40)).ready()) {
      try (RealProcess run = time.courtThrough(first, "run-due")) {
        run.runsUntil(() -> time.status().equals("in_flight"));
        run.kill();
      }

      time.courtThrough(next, "run-due", "--within", "PT1S").ended().succeeds();

      assertThat(time.status()).isEqualTo("pending");
    }
  }
}
