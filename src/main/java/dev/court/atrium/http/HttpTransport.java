package dev.court.atrium.http;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The line to Atrium: owns the one HTTP client and all connections, those made for an opening
 * ({@link #wire}) too. Safe for use by several threads.
 *
 * <p>HTTP/1.1, since HTTP/2 may send a request again; no redirects, since they would carry the
 * token elsewhere or post twice; no cookies. A connection is given 5 seconds, an answer to its last
 * byte 10 seconds.
 */
public final class HttpTransport implements AutoCloseable {
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** The client itself does not notice that it was closed, and would wait out the limit. */
  public static final Failure STOPPED = new Failure(false, "not sent, since the run was stopped");

  private final ThreadGroup threads = new ThreadGroup("court-http");
  private final Queue<Connection> wires = new ConcurrentLinkedQueue<>();
  private final InstantSource clock;
  private final Duration connectLimit;
  private final Duration limit;
  private HttpClient client;
  private volatile boolean closed;

  public HttpTransport(InstantSource clock, Duration connectLimit, Duration limit) {
    this.clock = clock;
    this.connectLimit = connectLimit;
    this.limit = limit;
  }

  /**
   * Opens the line; nothing is connected yet.
   *
   * @param system the properties that Java was started with
   * @throws dev.court.booking.SetupProblem when they make the HTTP client send a booking twice, or
   *     print tokens
   */
  public static HttpTransport open(InstantSource clock, Properties system) {
    return open(clock, system, LIMIT);
  }

  /** The same with another limit for an answer to its last byte. */
  public static HttpTransport open(InstantSource clock, Properties system, Duration limit) {
    JvmFlags.check(system);
    return new HttpTransport(clock, CONNECT_LIMIT, limit);
  }

  /**
   * Sends a request once and waits for the whole answer. The client's own time-out ends at the
   * headers, and a server could then take an hour over the body; hence the wait on the future.
   */
  public Exchange send(HttpRequest request) {
    Instant sentAt = clock.instant();
    long from = System.nanoTime();
    if (isStopped()) {
      return new Exchange.Unanswered(STOPPED, sentAt);
    }
    try {
      HttpResponse<String> answer = whole(client().sendAsync(request, headers -> new CappedBody()));
      Duration roundTrip = Duration.ofNanos(System.nanoTime() - from);
      return new Exchange.Answered(HttpAnswer.of(answer), sentAt, roundTrip);
    } catch (ExecutionException e) {
      return new Exchange.Unanswered(Failure.of(e.getCause(), request.uri()), sentAt);
    } catch (TimeoutException e) {
      return new Exchange.Unanswered(Failure.of(e, request.uri()), sentAt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Exchange.Unanswered(new Failure(true, "interrupted"), sentAt);
    } catch (RejectedExecutionException e) {
      return new Exchange.Unanswered(STOPPED, sentAt);
    }
  }

  /** A connection of its own, with the same limits, which ends with this line at the latest. */
  public Connection wire(URI server) {
    Connection wire = new Connection(server, connectLimit, limit);
    wires.add(wire);
    return wire;
  }

  /**
   * Whether a connection of one's own leads to the server. Where Java was told of a proxy ({@code
   * -Dhttps.proxyHost}), only the client knows the way.
   */
  public boolean isDirect(URI address) {
    ProxySelector proxies = ProxySelector.getDefault();
    return proxies == null || proxies.select(address).equals(List.of(Proxy.NO_PROXY));
  }

  /** Nothing may be sent any more. */
  public boolean isStopped() {
    return closed || Thread.currentThread().isInterrupted();
  }

  public InstantSource clock() {
    return clock;
  }

  /** Stops the exchange unless it comes to its end in time. */
  private <T> T whole(CompletableFuture<T> exchange)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      exchange.cancel(true);
    }
  }

  /**
   * Ends the client's threads; an exchange that is still under way gets no answer. A selector
   * thread that waits in native code holds up the end of the JVM for 300 ms, on 17 as on 25; {@code
   * HttpClient.close} exists from 21 on only.
   */
  @Override
  public void close() {
    closed = true;
    wires.forEach(Connection::close);
    threads.interrupt();
  }

  /** Made when it is first needed: that takes a quarter of a second. */
  private synchronized HttpClient client() {
    if (client == null) {
      client = inGroup(threads, connectLimit);
    }
    return client;
  }

  /** The client's selector thread joins the group of the thread that builds the client. */
  private static HttpClient inGroup(ThreadGroup threads, Duration connectLimit) {
    FutureTask<HttpClient> building = new FutureTask<>(() -> client(connectLimit));
    new Thread(threads, building, "court-http-start").start();
    try {
      return building.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no HTTP client", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static HttpClient client(Duration connectLimit) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectLimit)
        .build();
  }
}
