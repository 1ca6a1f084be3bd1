package dev.court.atrium.http;

import dev.court.log.Log;
import java.net.URI;
import java.time.Duration;

/**
 * Writes each request and its answer to the log: method, path, status and time. Never a header, a
 * query or a body, which hold tokens and passwords.
 */
final class RequestLog {
  private final Log log;

  RequestLog(Log log) {
    this.log = log.of("http");
  }

  void answered(OutgoingRequest request, Exchange.Answered exchange) {
    log.info(
        "%s %s in %s ms"
            .formatted(line(request), exchange.answer().status(), exchange.roundTrip().toMillis()));
  }

  void unanswered(OutgoingRequest request, Failure failure, Throwable cause, long fromNanos) {
    long millis = Duration.ofNanos(System.nanoTime() - fromNanos).toMillis();
    log.warn("%s failed after %s ms: %s".formatted(line(request), millis, failure.reason()), cause);
  }

  /** A trouble that does not matter now, since a later request meets it again. */
  void passedOver(String what, Throwable cause) {
    log.warn(what, cause);
  }

  private static String line(OutgoingRequest request) {
    URI address = request.address();
    return "%s %s%s".formatted(request.method(), address.getRawAuthority(), address.getRawPath());
  }
}
