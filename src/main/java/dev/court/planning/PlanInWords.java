package dev.court.planning;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.recurrence.RuleInWords;
import dev.court.text.TimeInWords;
import java.time.ZoneId;

/** Describes a plan in English, to show what was understood. */
public final class PlanInWords {
  private PlanInWords() {}

  /** What is asked for, such as "Wed 2 Dec 2026 17:00, or 17:30, or 18:00". */
  public static String asked(ScheduleRequest asked, ZoneId zone) {
    return plan(asked.plan(), zone) + asked.alternatives().inWords();
  }

  /** A plan, such as "every Wednesday at 17:00, 52 times". */
  public static String plan(Plan plan, ZoneId zone) {
    return plan instanceof Plan.Recurring recurring
        ? RuleInWords.describe(recurring, zone)
        : TimeInWords.minute(Occurrence.of(((Plan.OneOff) plan).at(), zone).start());
  }
}
