package dev.court.atrium.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Opens connections to one server within a limit. Each attempt runs in a thread of its own: a name
 * look-up cannot be interrupted, and a handshake may come byte by byte. Where one takes long, a
 * second begins beside it, and the first that is ready counts (as RFC 8305 does with addresses):
 * one lost packet costs a second, which no opening has.
 */
final class Dialer {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final URI server;
  private final Semaphore second;

  /**
   * A dialer for one server.
   *
   * @param server http or https, a host, and a port unless it is the usual one
   * @param second how many second attempts may run at once in this process: where many connections
   *     are slow, more of them would make it worse
   */
  Dialer(URI server, Semaphore second) {
    this.server = server;
    this.second = second;
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
      return race.isOver(limit.orSooner(PATIENCE)) || !second.tryAcquire()
          ? race.winner(limit)
          : winnerOfTwo(race, limit);
    } finally {
      race.end();
    }
  }

  private SocketTransport winnerOfTwo(ConnectRace race, TimeLimit limit) throws IOException {
    try {
      race.enter(new SocketConnector(server, 1, limit));
      return race.winner(limit);
    } finally {
      second.release();
    }
  }
}
