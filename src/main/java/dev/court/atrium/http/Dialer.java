package dev.court.atrium.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Opens connections to one server within a limit. Each attempt runs in a thread of its own: a name
 * look-up cannot be interrupted, and a handshake may come byte by byte. Where one takes long, a
 * second begins beside it, and the first that is ready counts (as RFC 8305 does with addresses):
 * one lost packet costs a second, which no opening has.
 */
final class Dialer {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final URI server;

  /**
   * @param server http or https, a host, and a port unless it is the usual one
   */
  Dialer(URI server) {
    this.server = server;
  }

  /**
   * Opens a connection.
   *
   * @throws IOException when there is none within the limit; a {@link
   *     java.net.SocketTimeoutException} when no attempt has ended
   */
  SocketTransport dial(TimeLimit limit) throws IOException {
    ConnectRace race = new ConnectRace();
    try {
      race.enter(new SocketConnector(server, 0, limit));
      if (!race.isOver(limit.orSooner(PATIENCE)) && !limit.isOver()) {
        race.enter(new SocketConnector(server, 1, limit));
      }
      return race.winner(limit);
    } finally {
      race.end();
    }
  }
}
