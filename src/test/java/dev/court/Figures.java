package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * How late something was, by the real clock. A test prints it, and asserts it with {@code
 * -Dcourt.figures=true} alone: on a machine that others use too, it says more of them than of
 * court. By the model's clock lateness is exact, and always asserted.
 */
public final class Figures {
  private static final boolean ARE_ASSERTED = Boolean.getBoolean("court.figures");

  private Figures() {}

  /** Never before its time, on no machine; after it by no more than this, on a quiet one. */
  public static void assertLate(Duration late, Duration atMost) {
    assertThat(late).isGreaterThanOrEqualTo(Duration.ZERO);
    if (ARE_ASSERTED) {
      assertThat(late).isLessThanOrEqualTo(atMost);
    }
  }
}
