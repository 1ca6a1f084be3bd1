package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed is noticed at once, wherever it ran. */
@EnabledIf("dev.court.Namespaces#arePermitted")
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
