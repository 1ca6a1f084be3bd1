package dev.court.planning;

import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.Weekdays;
import dev.court.recurrence.WeeklyRule;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a rule by name, to replace some of them and keep the others. */
record RuleEditor(Map<String, String> values) {
  private static final Set<String> WEEKLY_PARTS =
      Set.of("FREQ", "INTERVAL", "BYDAY", "BYHOUR", "BYMINUTE", "COUNT", "UNTIL", "WKST");

  static RuleEditor of(String canonical) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : canonical.split(";", -1)) {
      int equals = part.indexOf('=');
      values.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return new RuleEditor(values);
  }

  /** Whether options for days of the week can express the rule. */
  boolean isByDays() {
    return "WEEKLY".equals(values.get("FREQ")) && WEEKLY_PARTS.containsAll(values.keySet());
  }

  /** The rule after the options replaced the parts that they name. */
  RuleEditor with(PlanOptions options) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (options.on() != null) {
      changed.put("BYDAY", days(options.on()));
    }
    if (options.time() != null) {
      LocalTime time = TimeText.time(options.time());
      changed.put("BYHOUR", String.valueOf(time.getHour()));
      changed.put("BYMINUTE", String.valueOf(time.getMinute()));
      changed.put("BYSECOND", String.valueOf(time.getSecond()));
    }
    if (options.every() != null) {
      changed.put("INTERVAL", String.valueOf(options.every()));
    }
    replaceEnd(changed, options);
    return new RuleEditor(changed);
  }

  RecurrenceRule toRule() {
    return RecurrenceRule.parse(
        values.entrySet().stream()
            .map(part -> part.getKey() + "=" + part.getValue())
            .collect(Collectors.joining(";")));
  }

  /** With both --until and --count, the rule has two ends, and {@link #toRule} refuses it. */
  private static void replaceEnd(Map<String, String> changed, PlanOptions options) {
    if (options.until() != null || options.count() != null) {
      changed.remove("UNTIL");
      changed.remove("COUNT");
    }
    if (options.until() != null) {
      changed.put("UNTIL", TimeText.date(options.until()).toString().replace("-", ""));
    }
    if (options.count() != null) {
      changed.put("COUNT", String.valueOf(options.count()));
    }
  }

  private static String days(String text) {
    String weekly =
        new WeeklyRule(Weekdays.parse(text), LocalTime.MIDNIGHT, 1, null, null)
            .toRule()
            .canonical();
    return of(weekly).values().get("BYDAY");
  }
}
