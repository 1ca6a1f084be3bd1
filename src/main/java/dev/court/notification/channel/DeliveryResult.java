package dev.court.notification.channel;

import java.time.Duration;
import java.util.Optional;

/** What came of sending one message. */
public sealed interface DeliveryResult {
  /** Somebody took it. */
  record Delivered() implements DeliveryResult {}

  /**
   * Nobody took it, as far as can be told.
   *
   * @param reason one line without a secret
   * @param pause how long the other side asks to be left alone, if it does
   * @param isLasting whether it goes on until somebody changes the settings
   */
  record Failed(String reason, Optional<Duration> pause, boolean isLasting)
      implements DeliveryResult {}

  static Failed trouble(String reason) {
    return new Failed(reason, Optional.empty(), false);
  }

  static Failed lasting(String reason) {
    return new Failed(reason, Optional.empty(), true);
  }
}
