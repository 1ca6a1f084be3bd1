package dev.court.text;

import java.time.Duration;
import java.time.Instant;

/** A duration in English. */
public final class DurationInWords {
  private static final Duration EXACT_BELOW = Duration.ofSeconds(10);

  private DurationInWords() {}

  /** The two largest units, such as "3 days 2 hours"; "a moment" below a second. */
  public static String of(Duration duration) {
    if (duration.toDays() > 0) {
      return joined(unit(duration.toDays(), "day"), unit(duration.toHoursPart(), "hour"));
    }
    if (duration.toHours() > 0) {
      return joined(unit(duration.toHours(), "hour"), unit(duration.toMinutesPart(), "minute"));
    }
    if (duration.toMinutes() > 0) {
      return joined(unit(duration.toMinutes(), "minute"), unit(duration.toSecondsPart(), "second"));
    }
    String seconds = unit(duration.toSeconds(), "second");
    return seconds.isEmpty() ? "a moment" : seconds;
  }

  /** How long ago a moment was, as {@link #of} says it; one that is still to come was just now. */
  public static String since(Instant from, Instant now) {
    return of(from.isAfter(now) ? Duration.ZERO : Duration.between(from, now));
  }

  /** In minutes alone, such as "90 minutes". */
  public static String minutes(Duration duration) {
    return unit(duration.toMinutes(), "minute");
  }

  /** To the millisecond below ten seconds, such as "3 ms", and as {@link #of} above. */
  public static String exact(Duration duration) {
    return isExact(duration) ? duration.toMillis() + " ms" : of(duration);
  }

  /** Whether {@link #exact} says it to the millisecond. */
  public static boolean isExact(Duration duration) {
    return duration.abs().compareTo(EXACT_BELOW) < 0;
  }

  private static String unit(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
  }

  private static String joined(String large, String small) {
    return small.isEmpty() ? large : large + " " + small;
  }
}
