package dev.court.atrium.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection to one server that serves one caller alone. Where Java was told of a proxy, only the
 * JDK's client knows the way, and requests go through that client instead. For one thread at a
 * time. Trouble with the network or the server is never thrown but told in the {@link Exchange}.
 */
public final class DedicatedConnection implements AutoCloseable {
  private final HttpTransport transport;
  private final Connection connection;
  private final boolean isDirect;

  DedicatedConnection(HttpTransport transport, Connection connection, boolean isDirect) {
    this.transport = transport;
    this.connection = connection;
    this.isDirect = isDirect;
  }

  /**
   * Connects unless a connection is open, and sends nothing.
   *
   * @param notAfter as for {@link #send}
   * @return why the request cannot be sent; empty when it can, or where only the JDK's client knows
   */
  public Optional<Exchange> obstacle(PreparedRequest request, Instant notAfter) {
    if (isOver(notAfter)) {
      return Optional.of(unsent(HttpTransport.TOO_LATE));
    }
    return isDirect ? connected(request, Connection::connect) : Optional.empty();
  }

  /** Whether a request could leave at once; takes microseconds. */
  public boolean isReady() {
    return isDirect && !transport.isStopped() && connection.isConnected();
  }

  /**
   * Sends a request once and waits for its answer; connects first unless a connection is open.
   *
   * @param notAfter by this machine's clock, looked at again when there is a connection: a request
   *     that was not sent by then is not sent at all
   */
  public Exchange send(PreparedRequest request, Instant notAfter) {
    if (isOver(notAfter)) {
      return unsent(HttpTransport.TOO_LATE);
    }
    if (!isDirect) {
      return transport.send(request.request());
    }
    Optional<Exchange> obstacle = connected(request, Connection::connect);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    // A name look-up, a connection and a handshake may have taken seconds.
    return isOver(notAfter) ? unsent(HttpTransport.TOO_LATE) : receive(written(request));
  }

  /**
   * The same for a request that is of no use later. Where the server ends the connection with its
   * answer, another one is opened.
   *
   * @param within for all of it; what is not done by then is given up
   */
  public Exchange exchange(PreparedRequest request, Duration within) {
    if (!isDirect) {
      return transport.send(request.request(), within);
    }
    TimeLimit limit = TimeLimit.of(within);
    Exchange exchange =
        connected(request, connection -> connection.connect(within))
            .orElseGet(() -> receive(written(request), limit.left()));
    if (exchange instanceof Exchange.Answered) {
      connect(limit.left());
    }
    return exchange;
  }

  /** Connects unless that is done; empty when it worked. */
  private Optional<Exchange> connected(PreparedRequest request, Connecting how) {
    if (transport.isStopped()) {
      return Optional.of(unsent(HttpTransport.STOPPED));
    }
    long from = System.nanoTime();
    try {
      how.connect(connection);
      return Optional.empty();
    } catch (IOException e) {
      Failure failure = Failure.unconnected(e, request.address());
      transport.log().unanswered(request.request(), failure, e, from);
      return Optional.of(unsent(failure));
    }
  }

  private interface Connecting {
    void connect(Connection connection) throws IOException;
  }

  private boolean isOver(Instant notAfter) {
    return transport.now().isAfter(notAfter);
  }

  private Exchange unsent(Failure failure) {
    return new Exchange.Unanswered(failure, transport.now());
  }

  /**
   * Sends a request and returns at once; {@link #receive} is due next. Only over a connection that
   * is open, since opening one takes its time.
   *
   * @return empty when nothing was sent
   */
  public Optional<SendRecord> sendOnly(PreparedRequest request) {
    return isReady() ? Optional.of(written(request)) : Optional.empty();
  }

  /** Waits for the answer to the request that was sent last. */
  public Exchange receive(SendRecord sent) {
    return receive(sent, transport.limits().answer());
  }

  private Exchange receive(SendRecord sent, Duration within) {
    try {
      if (sent.trouble().isPresent()) {
        throw sent.trouble().get();
      }
      HttpAnswer answer = connection.receive(within);
      Duration roundTrip = Duration.ofNanos(System.nanoTime() - sent.nanos());
      Exchange.Answered answered = new Exchange.Answered(answer, sent.at(), roundTrip);
      transport.log().answered(sent.request(), answered);
      return answered;
    } catch (IOException e) {
      Failure failure = Failure.of(e, sent.request().address());
      transport.log().unanswered(sent.request(), failure, e, sent.nanos());
      return new Exchange.Unanswered(failure, sent.at());
    }
  }

  /**
   * Connects unless a connection is open.
   *
   * @param within for all of it; what fails is left to the request that needs the connection
   * @return whether it is open; true also where only the JDK's client knows
   */
  public boolean connect(Duration within) {
    try {
      if (isDirect) {
        connection.connect(within);
      }
      return true;
    } catch (IOException e) {
      // The request that needs the connection fails in the same way and tells it.
      transport.log().passedOver("the connection could not be opened ahead of time", e);
      return false;
    }
  }

  /**
   * Uses a connection that is open where the server would end it otherwise, as it has ended others:
   * a new one costs ten times as much.
   *
   * @param cheap a request without consequences, of which the answer does not matter
   * @param ahead how long the connection is to stay open
   * @param within for all of it; where that looks too short, nothing is done
   */
  public void keep(PreparedRequest cheap, Duration ahead, Duration within) {
    if (isDirect && connection.wantsUse(ahead, within) && isReady()) {
      Exchange unused = exchange(cheap, within);
    }
  }

  private SendRecord written(PreparedRequest request) {
    Instant sentAt = transport.now();
    long nanos = System.nanoTime();
    try {
      connection.send(request.bytes());
      return new SendRecord(request.request(), sentAt, nanos, Optional.empty());
    } catch (IOException e) {
      return new SendRecord(request.request(), sentAt, nanos, Optional.of(e));
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
