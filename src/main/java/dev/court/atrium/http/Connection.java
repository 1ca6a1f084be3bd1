package dev.court.atrium.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * A connection to one server that is opened ahead of time and written to by the thread that calls:
 * the JDK's client hands a request through three threads first, which costs milliseconds at an
 * opening. For one thread at a time, but for {@link #close}.
 *
 * <p>Opening and sending are two calls, so that what fails in the first was certainly not sent, and
 * so are sending and receiving, so that one thread can send what several wait for. Nothing is ever
 * sent twice.
 */
public final class Connection implements AutoCloseable {
  private final URI server;
  private final Duration connectLimit;
  private final Duration limit;
  private volatile SocketTransport link;
  private volatile boolean closed;

  /**
   * A wire that is not connected yet.
   *
   * @param server http or https, a host, and a port unless it is the usual one; the path does not
   *     matter
   * @param connectLimit for the connection, and again for each step of the TLS handshake
   * @param limit for an answer to its last byte
   */
  public Connection(URI server, Duration connectLimit, Duration limit) {
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
    if (isConnected()) {
      return;
    }
    hangUp();
    link = SocketTransport.open(server, connectLimit);
    if (closed) {
      hangUp();
      throw new IOException("closed");
    }
  }

  /** Whether a connection is open that the server has not given up; takes microseconds. */
  public boolean isConnected() {
    SocketTransport open = link;
    return open != null && open.isAlive();
  }

  /**
   * Sends a request in one go and does not wait for its answer, which is due next.
   *
   * @param request as it goes over the wire, head and body; no {@code HEAD} and no {@code CONNECT}
   * @throws IOException when it may not have been sent whole; the server may have it all the same
   */
  public void send(byte[] request) throws IOException {
    boolean isSent = false;
    try {
      open().write(request);
      isSent = true;
    } finally {
      if (!isSent) {
        hangUp();
      }
    }
  }

  /**
   * Waits for the whole answer to what was sent last.
   *
   * @throws IOException when none came; the server may well have the request
   */
  public RawAnswer receive() throws IOException {
    boolean isKept = false;
    try {
      RawAnswer answer = new AnswerReader(open().answers(limit)).read();
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

  private SocketTransport open() throws IOException {
    SocketTransport open = link;
    if (open == null) {
      throw new IOException("not connected");
    }
    return open;
  }

  private void hangUp() {
    SocketTransport open = link;
    link = null;
    if (open != null) {
      open.close();
    }
  }
}
