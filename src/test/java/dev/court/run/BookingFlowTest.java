package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from add to the reservation. */
@Tag("any-database")
class BookingFlowTest {
  @TempDir Path home;
  private Player player;

  @BeforeEach
  void comes() {
    player = new Player(home);
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  @Test
  void books_the_first_court_at_the_opening() {
    player.court("add", "--at", "2026-12-02T17:00", "--court", "1,2").succeeds();
    player.clock.set(Instant.parse("2026-11-25T21:59:10Z"));
    player.signIn();

    player.court("run-due").succeeds();

    var booking = player.court("list", "--bookings", "-o", "json").rows().get(0);
    assertThat(booking)
        .containsEntry("status", "success")
        .containsEntry("booked_court_id", "1")
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00")
        .containsEntry("trigger_time", "2026-11-25T17:00:00-05:00")
        .containsEntry("attempts", 1);
    assertThat(player.sandbox.reservations()).hasSize(1);
  }
}
