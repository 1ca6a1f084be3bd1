package dev.court;

import dev.court.atrium.http.HttpTransport;
import dev.court.notification.DeliveryLimits;
import java.time.Duration;

/**
 * How long the program waits for others.
 *
 * @param answer an answer of Atrium or of its realm, to the last byte
 */
public record Limits(Duration answer, DeliveryLimits delivery) {
  public static final Limits DEFAULT = new Limits(HttpTransport.LIMIT, DeliveryLimits.DEFAULT);
}
