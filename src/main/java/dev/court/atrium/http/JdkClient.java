package dev.court.atrium.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HTTP client, made when it is first needed: that takes a quarter of a second.
 *
 * <p>HTTP/1.1, since HTTP/2 may send a request again; no redirects, since they would carry the
 * token elsewhere or post twice; no cookies.
 */
final class JdkClient implements AutoCloseable {
  private final ThreadGroup threads = new ThreadGroup("court-http");
  private final HttpLimits limits;
  private HttpClient client;

  JdkClient(HttpLimits limits) {
    this.limits = limits;
  }

  /**
   * Sends a request once and waits for the whole answer. The client's own time-out ends at the
   * headers, and a server could then take an hour over the body; hence the wait on the future.
   *
   * @param within no longer than the limits allow in any case
   * @throws ExecutionException with the client's exception as its cause
   * @throws TimeoutException when the answer is not whole in time
   */
  HttpAnswer send(HttpRequest request, Duration within)
      throws ExecutionException, InterruptedException, TimeoutException {
    TimeLimit limit = TimeLimit.of(limits.answer()).orSooner(within);
    HttpResponse<String> answer =
        whole(client().sendAsync(request, headers -> new TruncatingBodySubscriber()), limit);
    return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  /** Stops the exchange unless it ends in time. */
  private static <T> T whole(CompletableFuture<T> exchange, TimeLimit limit)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return exchange.get(Math.max(0, limit.leftNanos()), TimeUnit.NANOSECONDS);
    } finally {
      exchange.cancel(true);
    }
  }

  /**
   * Ends the client's threads. A selector thread that waits in native code delays the end of the
   * JVM by 300 ms, on 17 as on 25; {@code HttpClient.close} exists from 21 on only.
   */
  @Override
  public void close() {
    threads.interrupt();
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = inGroup(threads, limits.connect());
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
