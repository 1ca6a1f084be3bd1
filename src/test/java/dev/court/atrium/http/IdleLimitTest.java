package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class IdleLimitTest {
  private final IdleLimit limit = new IdleLimit(IdleLimit.SHORTEST);

  @Test
  void nothing_is_near_as_long_as_no_connection_was_ended() {
    assertThat(limit.isNear(Duration.ofHours(1).toNanos())).isFalse();
  }

  @Test
  void one_connection_that_was_ended_may_be_a_restart() {
    ended(1000);
    assertThat(isNear(2000)).isFalse();

    ended(1000);
    assertThat(isNear(2000)).isTrue();
  }

  @Test
  void what_was_ended_soonest_counts_with_a_fifth_to_spare() {
    ended(2000);
    ended(1000);
    ended(3000);

    assertThat(isNear(799)).isFalse();
    assertThat(isNear(801)).isTrue();
  }

  @Test
  void what_ends_at_once_is_not_ended_for_being_idle() {
    ended(0);
    ended(399);

    assertThat(isNear(399)).isFalse();
  }

  private void ended(int millis) {
    limit.ended(Duration.ofMillis(millis).toNanos());
  }

  private boolean isNear(int millis) {
    return limit.isNear(Duration.ofMillis(millis).toNanos());
  }
}
