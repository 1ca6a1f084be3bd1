package dev.court.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Waits by the clock: never before, and along with a clock that is set meanwhile. */
class ParkingWaiterTest {
  private static final InstantSource REAL = InstantSource.system();

  @Test
  void is_never_early() throws InterruptedException {
    for (int i = 1; i <= 20; i++) {
      Instant then = REAL.instant().plusMillis(i);

      new ParkingWaiter(REAL).awaitExactly(then);

      assertThat(REAL.instant()).isAfterOrEqualTo(then);
    }
  }

  @Test
  void returns_at_once_when_it_is_over() throws InterruptedException {
    AtomicLong asked = new AtomicLong();
    Instant now = Instant.parse("2026-11-25T21:00:00Z");
    InstantSource counting = () -> now.plusNanos(asked.incrementAndGet());

    new ParkingWaiter(counting).sleepUntil(now.minusSeconds(5));
    new ParkingWaiter(counting).awaitExactly(now);

    assertThat(asked).hasValueLessThan(6);
  }

  @Test
  void follows_a_clock_that_jumps_ahead() throws InterruptedException {
    AtomicLong asked = new AtomicLong();
    Instant start = Instant.parse("2026-11-25T21:00:00Z");
    InstantSource jumping = () -> start.plusSeconds(asked.incrementAndGet() > 2 ? 3_600 : 0);

    new ParkingWaiter(jumping).sleepUntil(start.plusSeconds(1_800));

    assertThat(asked).hasValueLessThan(10);
  }
}
