package dev.court.atrium.http;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect for the connection; one that is opened ahead of time may take twice as long with
 *     looking up the name and the TLS handshake
 * @param answer from sending a request to the last byte of its answer
 */
public record HttpLimits(Duration connect, Duration answer) {
  public static final HttpLimits DEFAULT =
      new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(10));
}
