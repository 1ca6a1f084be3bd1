package dev.court.planning;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.RuleInWords;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says plans and spans in English, to show what was understood. */
public final class PlanInWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  private PlanInWords() {}

  /** Such as "every Wednesday at 17:00, 52 times". */
  public static String plan(Plan plan, ZoneId zone) {
    return plan instanceof Plan.Recurring recurring
        ? RuleInWords.describe(recurring, zone)
        : Occurrence.of(((Plan.OneOff) plan).at(), zone).start().format(TIME);
  }

  /** The two largest units, such as "3 days 2 hours". */
  public static String span(Duration span) {
    long days = span.toDays();
    if (days > 0) {
      return joined(unit(days, "day"), unit(span.toHoursPart(), "hour"));
    }
    if (span.toHours() > 0) {
      return joined(unit(span.toHours(), "hour"), unit(span.toMinutesPart(), "minute"));
    }
    if (span.toMinutes() > 0) {
      return joined(unit(span.toMinutes(), "minute"), unit(span.toSecondsPart(), "second"));
    }
    return unit(span.toSeconds(), "second").isEmpty()
        ? "a moment"
        : unit(span.toSeconds(), "second");
  }

  /** Such as "30 minutes". */
  public static String minutes(Duration duration) {
    return unit(duration.toMinutes(), "minute");
  }

  /** How late something was, to the millisecond while that is short, such as "3 ms". */
  public static String late(long lateMs) {
    return Math.abs(lateMs) < 10_000 ? lateMs + " ms" : span(Duration.ofMillis(lateMs));
  }

  private static String unit(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
  }

  private static String joined(String large, String small) {
    return small.isEmpty() ? large : large + " " + small;
  }
}
