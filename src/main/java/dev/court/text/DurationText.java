package dev.court.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations. Each method returns empty for what it does not take. */
public final class DurationText {
  private static final Pattern UNITS =
      Pattern.compile("0|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Map<String, Duration> UNIT_OF =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private static final Duration MOST = Duration.ofDays(365_250);

  private DurationText() {}

  /**
   * ISO-8601, such as {@code PT30M}. A span beyond a thousand years is none: to add it to a date,
   * or to count its milliseconds, could fail.
   */
  public static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(DurationText::isCountable);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isCountable(Duration span) {
    return span.compareTo(MOST) <= 0 && span.compareTo(MOST.negated()) >= 0;
  }

  /** Whole units, such as {@code 2d}, {@code 1h30m} or {@code 90s}; {@code 0}; or ISO-8601. */
  public static Optional<Duration> unitsOrIso(String text) {
    return iso(UNITS.matcher(text).matches() ? isoOfUnits(text) : text);
  }

  /** One number with one unit, such as {@code 200ms}, {@code +1.7s} or {@code -2m}. */
  public static Optional<Duration> decimal(String text) {
    Matcher matcher = DECIMAL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.valueOf(UNIT_OF.get(matcher.group(2)).toNanos());
    return Optional.of(ofNanos(new BigDecimal(matcher.group(1)).multiply(unit)));
  }

  /** 2d12h is P2DT12H. */
  private static String isoOfUnits(String text) {
    int days = text.toLowerCase(Locale.ROOT).indexOf('d') + 1;
    String time = text.equals("0") ? "0s" : text.substring(days);
    return "P" + text.substring(0, days) + (time.isEmpty() ? "" : "T" + time);
  }

  private static Duration ofNanos(BigDecimal nanos) {
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }
}
