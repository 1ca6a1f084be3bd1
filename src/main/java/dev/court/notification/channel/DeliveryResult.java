package dev.court.notification.channel;

import java.time.Duration;
import java.util.Optional;

/** The outcome of sending one message. */
public sealed interface DeliveryResult {
  /** The service accepted the message. */
  record Delivered() implements DeliveryResult {}

  /**
   * The message was not accepted, as far as is known.
   *
   * @param reason one line without a secret
   * @param pause how long the service asks to wait; empty when it does not say
   * @param isPermanent whether it fails again until somebody changes the settings
   */
  record Failed(String reason, Optional<Duration> pause, boolean isPermanent)
      implements DeliveryResult {}

  /** A failure that may pass. */
  static Failed temporary(String reason) {
    return new Failed(reason, Optional.empty(), false);
  }

  /** A failure that lasts until somebody changes the settings. */
  static Failed permanent(String reason) {
    return new Failed(reason, Optional.empty(), true);
  }
}
