package dev.court.booking;

import java.time.Duration;

/** How the pauses grow from one request for a court to the next one for the same court. */
enum Backoff {
  /** No connection was made: the trouble is on the way, and may pass at any moment. */
  NOT_SENT(Duration.ofMillis(50), 0),

  /** A certificate that is not trusted: only a person, or a proxy that recovers, ends that. */
  NOT_TRUSTED(Duration.ofSeconds(4), 0, Duration.ofSeconds(30)),

  /** The answer was lost: at once the first time, since the slot goes to whoever asks next. */
  UNCLEAR(Duration.ofMillis(250), 1),

  /** A proxy turned the request away: it counts how often it is asked. */
  TURNED_AWAY(Duration.ofMillis(500), 0);

  private static final int MOST_DOUBLINGS = 10;

  private final Duration shortest;
  private final int atOnce;
  private final Duration longest;

  Backoff(Duration shortest, int atOnce) {
    this(shortest, atOnce, Duration.ofSeconds(5));
  }

  /**
   * @param atOnce how many requests follow without a pause
   */
  Backoff(Duration shortest, int atOnce, Duration longest) {
    this.shortest = shortest;
    this.atOnce = atOnce;
    this.longest = longest;
  }

  /** The pause after so many failures in a row, one at least. */
  Duration pause(int failures) {
    int doublings = failures - 1 - atOnce;
    if (doublings < 0) {
      return Duration.ZERO;
    }
    Duration pause = shortest.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
