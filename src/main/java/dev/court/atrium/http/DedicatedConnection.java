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

  /** Sends a request once and waits for its answer; connects first unless a connection is open. */
  public Exchange send(PreparedRequest request) {
    if (!isDirect) {
      return transport.send(request.request());
    }
    if (transport.isStopped()) {
      return new Exchange.Unanswered(HttpTransport.STOPPED, transport.now());
    }
    long from = System.nanoTime();
    try {
      connection.connect();
    } catch (IOException e) {
      Failure failure = Failure.unconnected(e, request.address());
      transport.log().unanswered(request.request(), failure, e, from);
      return new Exchange.Unanswered(failure, transport.now());
    }
    return receive(written(request));
  }

  /**
   * Sends a request and returns at once; {@link #receive} is due next. Only over a connection that
   * is open, since opening one takes its time.
   *
   * @return empty when nothing was sent
   */
  public Optional<SendRecord> sendOnly(PreparedRequest request) {
    return isDirect && !transport.isStopped() && connection.isConnected()
        ? Optional.of(written(request))
        : Optional.empty();
  }

  /** Waits for the answer to the request that was sent last. */
  public Exchange receive(SendRecord sent) {
    try {
      if (sent.trouble().isPresent()) {
        throw sent.trouble().get();
      }
      HttpAnswer answer = connection.receive();
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

  /** Connects again after a server that ends the connection with each answer. */
  public void reconnect() {
    try {
      if (isDirect) {
        connection.connect();
      }
    } catch (IOException e) {
      // The request that needs the connection fails in the same way and tells it.
      transport.log().passedOver("the connection could not be opened again", e);
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
