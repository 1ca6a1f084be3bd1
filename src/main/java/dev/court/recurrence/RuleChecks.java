package dev.court.recurrence;

import dev.court.booking.InvalidRequest;

/** Refuses parts of a rule that may not stand together (RFC 5545, 3.3.10). */
final class RuleChecks {

  private RuleChecks() {}

  static void check(RecurrenceRule rule) {
    checkOrdinals(rule);
    checkNumbers(rule);
    if (rule.by().has(RulePart.BYSETPOS) && hasNothingToPickFrom(rule.by())) {
      throw new InvalidRequest("BYSETPOS has nothing to pick from: add a part such as BYDAY");
    }
  }

  private static void checkOrdinals(RecurrenceRule rule) {
    Frequency frequency = rule.interval().frequency();
    boolean hasNoMonth = frequency == Frequency.DAILY || frequency == Frequency.WEEKLY;
    if (rule.by().hasOrdinals() && (hasNoMonth || rule.by().has(RulePart.BYWEEKNO))) {
      NthWeekday day = rule.by().days().stream().filter(NthWeekday::isOrdinal).findFirst().get();
      throw new InvalidRequest(
          "BYDAY=%s does not go with %s: write %s, or use FREQ=MONTHLY"
              .formatted(
                  day, hasNoMonth ? "FREQ=" + frequency : "BYWEEKNO", Weekdays.code(day.day())));
    }
  }

  private static void checkNumbers(RecurrenceRule rule) {
    Frequency frequency = rule.interval().frequency();
    if (frequency != Frequency.YEARLY) {
      refuse(RulePart.BYWEEKNO, rule, "use FREQ=YEARLY");
      refuse(RulePart.BYYEARDAY, rule, "use FREQ=YEARLY");
    }
    if (frequency == Frequency.WEEKLY) {
      refuse(RulePart.BYMONTHDAY, rule, "use FREQ=MONTHLY, or DAILY with BYDAY");
    }
  }

  private static void refuse(RulePart part, RecurrenceRule rule, String remedy) {
    if (rule.by().has(part)) {
      throw new InvalidRequest(
          "%s does not go with FREQ=%s: %s".formatted(part, rule.interval().frequency(), remedy));
    }
  }

  private static boolean hasNothingToPickFrom(ByParts by) {
    return by.numbers().size() == 1 && !by.has(RulePart.BYDAY);
  }
}
