package dev.court.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * A connection to one server that is opened ahead of time and written to by the thread that calls:
 * the JDK's client hands a request through three threads first, which costs milliseconds at an
 * opening. For one thread at a time, but for {@link #close}.
 *
 * <p>Opening and sending are two calls, so that what fails in the first was certainly not sent.
 * Nothing is ever sent twice.
 */
public final class Wire implements AutoCloseable {
  private final URI server;
  private final Duration connectLimit;
  private final Duration limit;
  private volatile Link link;
  private volatile boolean closed;

  /**
   * A wire that is not connected yet.
   *
   * @param server http or https, a host, and a port unless it is the usual one; the path does not
   *     matter
   * @param connectLimit for the connection, and again for each step of the TLS handshake
   * @param limit for an answer to its last byte
   */
  public Wire(URI server, Duration connectLimit, Duration limit) {
    this.server = server;
    this.connectLimit = connectLimit;
    this.limit = limit;
  }

  /**
   * Connects unless a connection is open that the server has not given up meanwhile, which takes
   * microseconds to find out.
   *
   * @throws IOException when there is no connection; nothing of a request was sent then
   */
  public void connect() throws IOException {
    if (link != null && link.isAlive()) {
      return;
    }
    hangUp();
    link = Link.open(server, connectLimit);
    if (closed) {
      hangUp();
      throw new IOException("closed");
    }
  }

  /**
   * Sends a request in one go and waits for the whole answer.
   *
   * @param request as it goes over the wire, head and body; no {@code HEAD} and no {@code CONNECT}
   * @throws IOException when no whole answer came; the server may well have the request
   * @throws IllegalStateException when it was not connected first
   */
  public WireAnswer send(byte[] request) throws IOException {
    Link open = link;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    boolean isKept = false;
    try {
      open.write(request);
      WireAnswer answer = new AnswerReader(open.answers(limit)).read();
      isKept = answer.keepsAlive();
      return answer;
    } finally {
      if (!isKept) {
        hangUp();
      }
    }
  }

  /** Ends the connection; an exchange that is under way in another thread gets no answer. */
  @Override
  public void close() {
    closed = true;
    hangUp();
  }

  private void hangUp() {
    Link open = link;
    link = null;
    if (open != null) {
      open.close();
    }
  }
}
