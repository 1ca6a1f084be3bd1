package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recurrence rule whose parts were checked (RFC 5545, 3.3.10): daily, weekly, monthly or yearly.
 * Two rules are equal when their canonical texts are equal.
 */
public final class RecurrenceRule {
  private final Interval interval;
  private final ByParts by;
  private final RuleEnd end;

  RecurrenceRule(Interval interval, ByParts by, RuleEnd end) {
    this.interval = interval;
    this.by = by;
    this.end = end;
  }

  /**
   * Reads a rule, with or without {@code RRULE:} before it, in upper or lower case.
   *
   * @throws InvalidRequest with a message of one line, when it is no rule or not all of it can be
   *     followed
   */
  public static RecurrenceRule parse(String text) {
    RecurrenceRule rule = RuleParser.parse(text);
    RuleChecks.check(rule);
    return rule;
  }

  /**
   * The one text for all spellings of this rule: upper case, parts and values in a fixed order, and
   * without parts that change nothing (INTERVAL=1, BYSECOND=0, some WKST).
   */
  public String canonical() {
    return texts().filter(text -> !text.isEmpty()).collect(Collectors.joining(";"));
  }

  /** Whether the rule names the hour; otherwise the hour comes from the start of the recurrence. */
  public boolean hasTime() {
    return by.has(RulePart.BYHOUR);
  }

  /**
   * The times of day of the rule's occurrences.
   *
   * @param seedTime the time of day at which the recurrence starts
   */
  public SortedSet<LocalTime> times(LocalTime seedTime) {
    var times = new TreeSet<LocalTime>();
    for (int hour : orElse(by.of(RulePart.BYHOUR), seedTime.getHour())) {
      for (int minute : orElse(by.of(RulePart.BYMINUTE), seedTime.getMinute())) {
        times.add(seedTime.withHour(hour).withMinute(minute));
      }
    }
    return times;
  }

  /**
   * Which days may have an occurrence: all that do, and some more where the rule numbers weekdays
   * or weeks, picks by BYSETPOS, or has an INTERVAL or an end.
   *
   * @param first the day on which the recurrence starts
   */
  public Predicate<LocalDate> possibleDays(LocalDate first) {
    return new RuleDays(withDaysFrom(first))::mayBe;
  }

  /** The same rule that names its days, for a recurrence that starts on {@code first}. */
  RecurrenceRule withDaysFrom(LocalDate first) {
    return new RecurrenceRule(interval, by.withDaysFrom(interval.frequency(), first), end);
  }

  /** The same rule; an UNTIL in UTC becomes a wall-clock time of a zone. */
  public RecurrenceRule endingOnTheClockOf(ZoneRules rules) {
    return end instanceof RuleEnd.AtInstant at
        ? endingWith(
            new RuleEnd.AtLocal(
                LocalDateTime.ofEpochSecond(
                    at.last().getEpochSecond(), 0, rules.getOffset(at.last()))))
        : this;
  }

  public RecurrenceRule endingWith(RuleEnd other) {
    return new RecurrenceRule(interval, by, other);
  }

  Interval interval() {
    return interval;
  }

  ByParts by() {
    return by;
  }

  public RuleEnd end() {
    return end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrenceRule rule && canonical().equals(rule.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return canonical();
  }

  private Stream<String> texts() {
    Stream<String> head =
        Stream.of(
            "FREQ=" + interval.frequency(),
            interval.step() == 1 ? "" : "INTERVAL=" + interval.step());
    Stream<String> middle = Stream.of(RulePart.values()).map(by::text);
    return Stream.concat(Stream.concat(head, middle), Stream.of(end.text(), weekStartText()));
  }

  private String weekStartText() {
    boolean matters =
        by.has(RulePart.BYWEEKNO)
            || (interval.frequency() == Frequency.WEEKLY
                && (interval.step() > 1 || by.has(RulePart.BYSETPOS)));
    return matters && interval.weekStart() != DayOfWeek.MONDAY
        ? "WKST=" + Weekdays.code(interval.weekStart())
        : "";
  }

  private static List<Integer> orElse(List<Integer> listed, int only) {
    return listed.isEmpty() ? List.of(only) : listed;
  }
}
