package dev.court;

import dev.court.atrium.http.HttpLimits;
import dev.court.notification.DeliveryLimits;

/** How long the program waits for others: for Atrium and its realm, and for channels. */
public record Limits(HttpLimits http, DeliveryLimits delivery) {
  public static final Limits DEFAULT = new Limits(HttpLimits.DEFAULT, DeliveryLimits.DEFAULT);
}
