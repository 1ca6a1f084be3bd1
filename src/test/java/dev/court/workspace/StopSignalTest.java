package dev.court.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal calls off, and what goes on. */
class StopSignalTest {
  private static final Instant OPENING = Instant.parse("2026-11-25T22:00:00Z");

  private final TestClock clock = new TestClock(OPENING);
  private final StopSignal stop = new StopSignal(clock);

  @ParameterizedTest
  @CsvSource({
    "PT-30S, PT0S, false",
    "PT-2.001S, PT-2S, false",
    "PT-2S, PT0S, true",
    "PT-1S, PT-0.5S, true",
    "PT-1S, PT7S, true",
    "PT-1S, PT7.001S, false",
    "PT3S, PT10S, true",
    "PT3S, PT12S, false"
  })
  void what_opens_in_two_seconds_is_waited_for_eight_seconds_long(
      Duration raised, Duration until, boolean goesOn) {
    clock.set(OPENING.plus(raised));
    stop.raise();
    clock.set(OPENING.plusSeconds(20));

    assertThat(isWaited(OPENING.plus(until))).isEqualTo(goesOn);
  }

  @Test
  void without_a_signal_everything_is_waited_for() {
    assertThat(isWaited(OPENING.plusSeconds(3600))).isTrue();
    assertThat(clock.instant()).isEqualTo(OPENING.plusSeconds(3600));
  }

  @Test
  void a_thread_that_waits_wakes_up_and_is_not_interrupted_afterwards() {
    Waiter asleep = new SignalInItsSleep();
    clock.set(OPENING.minusSeconds(30));

    assertThatThrownBy(() -> stop.waiter(asleep, OPENING).sleepUntil(OPENING))
        .isInstanceOf(RunStopped.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private final class SignalInItsSleep implements Waiter {
    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
      stop.raise();
      Thread.sleep(Duration.ofMinutes(10).toMillis());
    }

    @Override
    public void awaitExactly(Instant instant) throws InterruptedException {
      sleepUntil(instant);
    }
  }

  @Test
  void an_interrupt_of_another_kind_stays_one() {
    Waiter waiter = stop.waiter(new ParkingWaiter(InstantSource.system()), OPENING);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> waiter.sleepUntil(InstantSource.system().instant().plusSeconds(60)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void the_process_waits_for_work_that_was_begun() {
    assertThat(stop.<Boolean>protect(stop::raise)).isTrue();

    assertThat(stop.raise()).isFalse();
    assertThat(stop.isRaised()).isTrue();
  }

  private boolean isWaited(Instant until) {
    try {
      stop.waiter(clock, OPENING).awaitExactly(until);
      return true;
    } catch (RunStopped e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
