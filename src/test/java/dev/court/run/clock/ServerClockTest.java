package dev.court.run.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.ClockSample.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lead that is believed, from the bounds within which it lies. */
class ServerClockTest {
  private final ServerClock clock = new ServerClock();

  @ParameterizedTest
  @CsvSource({
    // the two clocks may agree
    "-200, 300, 0",
    // ahead: the least that is possible
    "1000, 1900, 1000",
    "1000, 1010, 1000",
    // behind: the least that is possible, so that nothing goes out early
    "-1010, -1000, -1010",
    "-1080, -920, -1080",
    // nothing is certain enough to wait that long
    "-1900, -1000, -1000",
    // our own clock is wrong then
    "9000, 9010, 8000",
    "-40010, -40000, -30000"
  })
  void the_least_lead_is_believed(long atLeastMs, long atMostMs, long believedMs) {
    learn(atLeastMs, atMostMs);

    assertThat(clock.lead()).isEqualTo(Duration.ofMillis(believedMs));
  }

  @Test
  void a_lead_that_is_refuted_is_none_whatever_is_learnt_later() {
    learn(3000, 3010);
    assertThat(clock.local(Instant.EPOCH)).isEqualTo(Instant.EPOCH.minusSeconds(3));

    clock.refute();
    learn(3000, 3005);

    assertThat(clock.local(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
  }

  private void learn(long atLeastMs, long atMostMs) {
    clock.learn(Optional.of(new Lead(Duration.ofMillis(atLeastMs), Duration.ofMillis(atMostMs))));
  }
}
