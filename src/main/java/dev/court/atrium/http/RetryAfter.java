package dev.court.atrium.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks a client to wait (RFC 9110, 10.2.3). */
public final class RetryAfter {
  /** A longer time is more likely a mistake. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /** Never negative. A date counts from the answer's own date, so our clock does not matter. */
  public static Optional<Duration> of(HttpAnswer answer) {
    return answer
        .header("Retry-After")
        .map(String::strip)
        .flatMap(text -> duration(text, answer.header("Date").flatMap(HttpAnswer::httpDate)))
        .map(RetryAfter::capped);
  }

  private static Optional<Duration> duration(String text, Optional<Instant> now) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return now.flatMap(date -> HttpAnswer.httpDate(text).map(then -> Duration.between(date, then)));
  }

  private static Duration capped(Duration duration) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
