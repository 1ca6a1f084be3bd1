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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checked recurrence rule (RFC 5545, 3.3.10). Daily, weekly, monthly and yearly rules are taken;
 * two rules are equal when their canonical texts are.
 */
public final class RecurrenceRule {
  private final Interval beat;
  private final ByParts by;
  private final RuleEnd end;

  RecurrenceRule(Interval beat, ByParts by, RuleEnd end) {
    this.beat = beat;
    this.by = by;
    this.end = end;
  }

  /**
   * Reads a rule, with or without {@code RRULE:} before it, in capitals or not.
   *
   * @throws InvalidRequest in one line, when it is not a rule that can be followed to the letter
   */
  public static RecurrenceRule parse(String text) {
    RecurrenceRule rule = RuleParser.parse(text);
    RuleChecks.check(rule);
    return rule;
  }

  /**
   * The one text for all spellings of this rule: capitals, parts and values in a fixed order, and
   * nothing said that goes without saying (INTERVAL=1, BYSECOND=0, a WKST that changes nothing).
   */
  public String canonical() {
    return texts().filter(text -> !text.isEmpty()).collect(Collectors.joining(";"));
  }

  /** Whether the rule itself says the hour; otherwise it comes from the start of the recurrence. */
  public boolean hasTime() {
    return by.has(RulePart.BYHOUR);
  }

  /**
   * The times of day of the rule's occurrences, for a recurrence that starts at {@code seedTime}.
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

  /** The same rule with the days said that it leaves to the start of the recurrence. */
  RecurrenceRule inFull(LocalDate first) {
    return new RecurrenceRule(beat, by.inFull(beat.frequency(), first), end);
  }

  /** The same rule with an end in UTC said as a time on the wall clock of a zone. */
  public RecurrenceRule endingOnTheClockOf(ZoneRules rules) {
    return end instanceof RuleEnd.AtInstant at
        ? endingWith(
            new RuleEnd.AtLocal(
                LocalDateTime.ofEpochSecond(
                    at.last().getEpochSecond(), 0, rules.getOffset(at.last()))))
        : this;
  }

  public RecurrenceRule endingWith(RuleEnd other) {
    return new RecurrenceRule(beat, by, other);
  }

  Interval beat() {
    return beat;
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
            "FREQ=" + beat.frequency(), beat.interval() == 1 ? "" : "INTERVAL=" + beat.interval());
    Stream<String> middle = Stream.of(RulePart.values()).map(by::text);
    return Stream.concat(Stream.concat(head, middle), Stream.of(end.text(), weekStartText()));
  }

  private String weekStartText() {
    boolean matters =
        by.has(RulePart.BYWEEKNO)
            || (beat.frequency() == Frequency.WEEKLY
                && (beat.interval() > 1 || by.has(RulePart.BYSETPOS)));
    return matters && beat.weekStart() != DayOfWeek.MONDAY
        ? "WKST=" + Weekdays.code(beat.weekStart())
        : "";
  }

  private static List<Integer> orElse(List<Integer> listed, int only) {
    return listed.isEmpty() ? List.of(only) : listed;
  }
}
