package dev.court.atrium.http;

import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;

/** One request and its outcome. */
public sealed interface Exchange {

  /** Read immediately before the request left, by this machine's clock. */
  Instant sentAt();

  /**
   * An answer came, to its last byte.
   *
   * @param roundTrip measured by {@link System#nanoTime()}, so that a step of the clock does not
   *     change it
   */
  record Answered(HttpAnswer answer, Instant sentAt, Duration roundTrip) implements Exchange {

    /** The same without the token, which a server may repeat. */
    public Answered without(Secret token) {
      return new Answered(answer.without(token), sentAt, roundTrip);
    }
  }

  /** No whole answer came. */
  record Unanswered(Failure failure, Instant sentAt) implements Exchange {}
}
