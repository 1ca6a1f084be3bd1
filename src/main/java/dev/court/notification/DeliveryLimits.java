package dev.court.notification;

import java.time.Duration;

/**
 * How long it may take to send messages.
 *
 * @param phase all messages of one run together
 * @param message one message on one channel
 * @param heartbeat one ping
 */
public record DeliveryLimits(Duration phase, Duration message, Duration heartbeat) {
  public static final DeliveryLimits DEFAULT =
      new DeliveryLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(5));
}
