package dev.court.notification.channel;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A sign of life, as healthchecks.io and its likes take it. */
public final class Ping {
  private Ping() {}

  /**
   * Where to, as it is set.
   *
   * @throws InvalidRequest when it is no address, or none that a secret may be sent to
   */
  public static Secret address(String text) {
    try {
      Address.read(text);
      return Secret.of(text);
    } catch (SetupProblem e) {
      throw new InvalidRequest(e.getMessage(), e);
    }
  }

  /** Fit to be shown: whoever has all of it can send signs of life in our name. */
  public static String shown(Secret address) {
    URI url = Address.read(address.reveal());
    return "%s://%s/...".formatted(url.getScheme(), url.getRawAuthority());
  }

  static DeliveryResult send(Secret address, String step, String text, Duration limit) {
    URI base = Address.read(address.reveal());
    URI url = step.isEmpty() ? base : Address.below(base, step);
    try {
      int status =
          Post.send(url, Optional.empty(), "text/plain; charset=utf-8", text, limit).status();
      return status >= 200 && status < 300
          ? new DeliveryResult.Delivered()
          : DeliveryResult.lasting("%s answered %s".formatted(url.getHost(), status));
    } catch (IOException e) {
      return DeliveryResult.trouble(url.getHost() + " " + WebSender.reason(e));
    }
  }
}
