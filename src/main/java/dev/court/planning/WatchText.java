package dev.court.planning;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.Watch;
import dev.court.text.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Reads the options for asking again for a court that was taken. */
public final class WatchText {
  private WatchText() {}

  /**
   * The watch after the options; an option that is missing keeps its value.
   *
   * @param keepTrying null when not given; zero ends the watch
   * @param every null when not given
   * @param before the watch so far
   * @throws InvalidRequest when {@code every} is given and there is nothing to keep trying
   */
  static Optional<Watch> watch(Duration keepTrying, Duration every, Optional<Watch> before) {
    if (keepTrying != null && keepTrying.isZero()) {
      return Optional.empty();
    }
    if (keepTrying == null && before.isEmpty()) {
      if (every != null) {
        throw new InvalidRequest(
            "--every with a span of time goes with --keep-trying, such as --keep-trying 2d"
                + " --every 10m; weeks are a plain number");
      }
      return Optional.empty();
    }
    return Optional.of(
        new Watch(
            keepTrying == null ? before.get().keepTrying() : keepTrying,
            every == null ? before.map(Watch::every).orElse(standard(keepTrying)) : every));
  }

  /** A person who keeps trying for less than the standard means one more try. */
  private static Duration standard(Duration keepTrying) {
    return keepTrying != null && keepTrying.compareTo(Watch.STANDARD_EVERY) < 0
        ? keepTrying
        : Watch.STANDARD_EVERY;
  }

  /**
   * A span of time as {@code export} writes it; null for null.
   *
   * @throws InvalidRequest when it is none
   */
  public static Duration span(String field, String text) {
    return text == null ? null : DurationText.iso(text).orElseThrow(() -> noSpan(field, text));
  }

  private static InvalidRequest noSpan(String field, String text) {
    return new InvalidRequest(
        "%s %s is no span of time: write it such as PT10M".formatted(field, Quote.of(text)));
  }
}
