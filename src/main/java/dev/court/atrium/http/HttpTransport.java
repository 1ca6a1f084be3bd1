package dev.court.atrium.http;

import dev.court.log.Log;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to Atrium: owns the one HTTP client and all connections, those made for an opening
 * ({@link #dedicated}) too. Safe for use by several threads. A request is sent once, whatever comes
 * back; trouble with the network or the server is never thrown but told in the {@link Exchange}.
 */
public final class HttpTransport implements AutoCloseable {
  /** The client itself does not notice that it was closed, and would wait out the limit. */
  static final Failure STOPPED = new Failure(false, "not sent, since the run was stopped");

  static final Failure TOO_LATE = new Failure(false, "not sent, since its time was over");

  private static final int MOST_SECOND_ATTEMPTS = 4;

  private final InstantSource clock;
  private final HttpLimits limits;
  private final JdkClient client;
  private final RequestLog log;
  private final Semaphore secondAttempts = new Semaphore(MOST_SECOND_ATTEMPTS);
  private final IdleLimit idleLimit = new IdleLimit(IdleLimit.SHORTEST);
  private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /**
   * Connects to nothing yet.
   *
   * @param system the properties that Java was started with
   * @throws dev.court.booking.SetupProblem when they make the HTTP client send a booking twice, or
   *     print tokens
   */
  public HttpTransport(InstantSource clock, Properties system, HttpLimits limits, Log log) {
    JvmFlags.check(system);
    this.clock = clock;
    this.limits = limits;
    this.client = new JdkClient(limits);
    this.log = new RequestLog(log);
  }

  /** Sends a request once and waits for the whole answer. */
  public Exchange send(OutgoingRequest request) {
    return send(request, limits.answer());
  }

  /** The same, but waits no longer than {@code within}. */
  public Exchange send(OutgoingRequest request, Duration within) {
    Instant sentAt = now();
    long from = System.nanoTime();
    if (isStopped()) {
      return new Exchange.Unanswered(STOPPED, sentAt);
    }
    try {
      HttpAnswer answer = client.send(request.forClient(), within);
      Duration roundTrip = Duration.ofNanos(System.nanoTime() - from);
      Exchange.Answered answered = new Exchange.Answered(answer, sentAt, roundTrip);
      log.answered(request, answered);
      return answered;
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      Failure failure = failure(e, request);
      log.unanswered(request, failure, e, from);
      return new Exchange.Unanswered(failure, sentAt);
    } catch (RejectedExecutionException e) {
      log.unanswered(request, STOPPED, e, from);
      return new Exchange.Unanswered(STOPPED, sentAt);
    }
  }

  private static Failure failure(Exception trouble, OutgoingRequest request) {
    if (trouble instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new Failure(true, "interrupted");
    }
    return Failure.of(
        trouble instanceof ExecutionException ? trouble.getCause() : trouble, request.address());
  }

  /** A connection for one caller alone, with the same limits, which ends with this transport. */
  public DedicatedConnection dedicated(URI server) {
    Connection connection = new Connection(new Dialer(server, secondAttempts), limits, idleLimit);
    connections.add(connection);
    return new DedicatedConnection(this, connection, isDirect(server));
  }

  /** False where Java was told of a proxy ({@code -Dhttps.proxyHost}). */
  private static boolean isDirect(URI address) {
    ProxySelector proxies = ProxySelector.getDefault();
    return proxies == null || proxies.select(address).equals(List.of(Proxy.NO_PROXY));
  }

  /** Nothing may be sent any more. */
  boolean isStopped() {
    return closed || Thread.currentThread().isInterrupted();
  }

  HttpLimits limits() {
    return limits;
  }

  RequestLog log() {
    return log;
  }

  Instant now() {
    return clock.instant();
  }

  /** Ends all connections; an exchange that is under way gets no answer. */
  @Override
  public void close() {
    closed = true;
    connections.forEach(Connection::close);
    client.close();
  }
}
