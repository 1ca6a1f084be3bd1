package dev.court.atrium.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The server's clock and this machine's, as one exchange shows them.
 *
 * @param sentAt by this machine's clock
 * @param receivedAt by this machine's clock; {@code sentAt} when no answer came
 * @param serverDate the answer's {@code Date}, which the server cuts to whole seconds; null when
 *     there is none, or when it came out of a cache
 * @param httpStatus null when no answer came; 401 says that the token is not accepted
 */
public record ClockSample(
    Instant sentAt, Instant receivedAt, Instant serverDate, Integer httpStatus) {
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /** The sample that an exchange gives, answered or not. */
  public static ClockSample of(Exchange exchange) {
    Instant sentAt = exchange.sentAt();
    if (exchange instanceof Exchange.Answered answered) {
      HttpAnswer answer = answered.answer();
      Instant receivedAt = sentAt.plus(answered.roundTrip());
      return new ClockSample(sentAt, receivedAt, answer.date().orElse(null), answer.status());
    }
    return new ClockSample(sentAt, sentAt, null, null);
  }

  /** How far the server's clock is ahead of ours; empty without a date. */
  public Optional<Lead> lead() {
    return Optional.ofNullable(serverDate)
        .map(
            date ->
                new Lead(
                    Duration.between(receivedAt, date),
                    Duration.between(sentAt, date.plus(RESOLUTION))));
  }

  /**
   * The bounds of how far the server's clock is ahead of ours; negative when it is behind.
   *
   * @param atLeast never more than {@code atMost}
   * @param atMost grows with the round trip; one sample leaves at least a second between the two
   */
  public record Lead(Duration atLeast, Duration atMost) {

    /** The bounds that both samples allow; those of {@code other} where they contradict. */
    public Lead and(Lead other) {
      Duration low = atLeast.compareTo(other.atLeast) > 0 ? atLeast : other.atLeast;
      Duration high = atMost.compareTo(other.atMost) < 0 ? atMost : other.atMost;
      return low.compareTo(high) > 0 ? other : new Lead(low, high);
    }

    /** The smallest lead that the bounds prove; zero when the two clocks may agree. */
    public Duration proven() {
      if (atLeast.compareTo(Duration.ZERO) > 0) {
        return atLeast;
      }
      return atMost.isNegative() ? atMost : Duration.ZERO;
    }
  }
}
