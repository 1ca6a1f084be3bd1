package dev.court.operation;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.ical.RuleInWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says a plan in English, to show what was understood. */
public final class InWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  private InWords() {}

  /** Such as "every Wednesday at 17:00, 52 times". */
  public static String plan(Plan plan, ZoneId zone) {
    return plan instanceof Plan.Recurring recurring
        ? RuleInWords.describe(recurring, zone)
        : Occurrence.of(((Plan.OneOff) plan).at(), zone).start().format(TIME);
  }
}
