package dev.court.atrium.http;

import java.io.IOException;
import java.time.Duration;

/**
 * A connection to one server that is opened ahead of time. The calling thread writes to it itself:
 * the JDK's client passes a request through three threads first, which costs milliseconds at an
 * opening. For one thread at a time, except {@link #close}.
 *
 * <p>Opening and sending are two calls, so that a request was certainly not sent when the first
 * fails. Sending and receiving are two calls, so that one thread can send the requests that several
 * threads wait for. Nothing is ever sent twice.
 */
final class Connection implements AutoCloseable {
  private final Dialer dialer;
  private final HttpLimits limits;
  private final IdleLimit idleLimit;
  private volatile SocketTransport socket;
  private volatile boolean closed;

  /** When opening it, or the last exchange, began and ended; and when it was last seen open. */
  private long begunAt;

  private long usedAt;
  private long seenAt;

  /**
   * Connects to nothing yet.
   *
   * @param idleLimit of the server; learns from this connection
   */
  Connection(Dialer dialer, HttpLimits limits, IdleLimit idleLimit) {
    this.dialer = dialer;
    this.limits = limits;
    this.idleLimit = idleLimit;
  }

  /** Like {@link #connect(Duration)}, as long as the limits allow for the usual two steps. */
  void connect() throws IOException {
    connect(limits.connect().multipliedBy(2));
  }

  /**
   * Connects unless a connection is open that the server has not ended meanwhile; finding that out
   * takes microseconds.
   *
   * @param within for all of it: looking up the name, the connection and the TLS handshake
   * @throws IOException when there is no connection; nothing of a request was sent then
   */
  void connect(Duration within) throws IOException {
    if (isConnected()) {
      return;
    }
    if (socket != null) {
      idleLimit.ended(seenAt - usedAt);
    }
    hangUp();
    begunAt = System.nanoTime();
    socket = dialer.dial(TimeLimit.of(within));
    used();
    if (closed) {
      hangUp();
      throw new IOException("closed");
    }
  }

  /** Whether a connection is open that the server has not ended; takes microseconds. */
  boolean isConnected() {
    SocketTransport open = socket;
    boolean isAlive = open != null && open.isAlive();
    if (isAlive) {
      seenAt = System.nanoTime();
    }
    return isAlive;
  }

  /**
   * Whether the server would end it before so long from now, as it has ended others that nobody
   * used, and an exchange that takes no longer than the last one three times would be over within
   * that limit.
   */
  boolean wantsUse(Duration ahead, Duration within) {
    long idle = System.nanoTime() - usedAt;
    return idleLimit.isNear(idle + ahead.toNanos()) && (usedAt - begunAt) * 3 < within.toNanos();
  }

  private void used() {
    usedAt = System.nanoTime();
    seenAt = usedAt;
  }

  /**
   * Sends a request in one piece and does not wait for its answer; {@link #receive} is due next.
   *
   * @param request head and body as bytes; no {@code HEAD} and no {@code CONNECT}
   * @throws IOException when a part of it may not have been sent; the server may have it all the
   *     same
   */
  void send(byte[] request) throws IOException {
    boolean isSent = false;
    begunAt = System.nanoTime();
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
   * Waits for the whole answer to the request that was sent last.
   *
   * @throws IOException when no whole answer comes within that time; the server may have the
   *     request
   */
  HttpAnswer receive(Duration within) throws IOException {
    boolean isKept = false;
    try {
      AnswerReader reader =
          new AnswerReader(open().answers(TimeLimit.of(limits.answer()).orSooner(within)));
      HttpAnswer answer = reader.read();
      isKept = reader.isConnectionKept();
      used();
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
    SocketTransport open = socket;
    if (open == null) {
      throw new IOException("not connected");
    }
    return open;
  }

  private void hangUp() {
    SocketTransport open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
