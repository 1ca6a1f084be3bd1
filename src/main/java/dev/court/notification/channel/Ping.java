package dev.court.notification.channel;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A sign of life for a dead man's switch such as healthchecks.io. */
public final class Ping {
  private Ping() {}

  /**
   * Checks the URL of the setting.
   *
   * @throws InvalidRequest when it is no URL, or not safe for a secret
   */
  public static Secret address(String text) {
    try {
      Address.read(text);
      return Secret.of(text);
    } catch (SetupProblem e) {
      throw new InvalidRequest(e.getMessage(), e);
    }
  }

  /** The URL without its path: who knows the path can send signs of life in our name. */
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
          : DeliveryResult.permanent("%s answered %s".formatted(url.getHost(), status));
    } catch (IOException e) {
      return DeliveryResult.temporary(url.getHost() + " " + WebSender.reason(e));
    }
  }
}
