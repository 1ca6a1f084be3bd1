package dev.court.run.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's clock in a run that has more than one opening. */
class ServerTimeTest {
  @TempDir Path home;

  @Test
  void a_booking_that_is_late_does_not_keep_the_next_opening_from_its_clock() {
    try (Evening evening = Evening.at(home).wants("1")) {
      // opened half an hour ago
      evening.adds("--at", "2026-12-02T16:30", "--court", "2").but("clock=+3s");

      evening.runDue().succeeds();

      assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
      assertThat(evening.shots())
          .filteredOn(shot -> shot.afterOpening().toMinutes() < 1)
          .singleElement()
          .satisfies(
              shot ->
                  assertThat(shot.afterOpening()).isBetween(Duration.ZERO, Duration.ofMillis(500)));
    }
  }
}
