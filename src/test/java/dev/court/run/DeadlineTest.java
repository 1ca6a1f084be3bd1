package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Doorway;
import dev.court.Evening;
import dev.court.WithTls;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No request leaves after the time set for trying: another run may hold the booking then. */
class DeadlineTest extends WithTls {
  @TempDir Path home;

  @Test
  void the_deadline_is_looked_at_again_when_connecting_took_long() {
    try (Evening evening = Evening.at(home).wants("1");
        Doorway door =
            Doorway.tls(
                certificate,
                evening.player.sandbox.apiUrl(),
                number -> evening.player.clock.advance(Duration.ofMinutes(2)))) {
      evening.player.with("COURT_API_URL", door.address(evening.player.sandbox.apiUrl()));
      // late, so that the first connection is the one of the request itself
      evening.player.clock.set(Evening.OPENING.plusSeconds(10));

      assertThat(evening.runDue().code()).isEqualTo(5);

      assertThat(door.connections()).isPositive();
      assertThat(evening.shots()).isEmpty();
      assertThat(evening.booking()).containsEntry("status", "pending");
    }
  }
}
