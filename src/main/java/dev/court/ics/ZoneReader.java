package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Quote;
import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.RecurrenceSet;
import dev.court.recurrence.RuleEnd;
import dev.court.recurrence.Until;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a VTIMEZONE (RFC 5545, 3.6.5) for the years from 1970 to 2100. */
final class ZoneReader {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MOST_CHANGES = 2_000;

  private final Component zone;
  private final ReadingBudget budget;

  ZoneReader(Component zone, ReadingBudget budget) {
    this.zone = zone;
    this.budget = budget;
  }

  /**
   * At the wall-clock time {@code at} of the offset {@code from}, the offset becomes {@code to}.
   */
  private record OffsetChange(LocalDateTime at, ZoneOffset from, ZoneOffset to) {}

  /**
   * The offsets that it defines.
   *
   * @throws InvalidRequest when it cannot be followed
   */
  ZoneRules rules() {
    try {
      List<OffsetChange> changes =
          zone.blocks().stream()
              .flatMap(this::changes)
              .sorted(Comparator.comparing(change -> change.at().toInstant(change.from())))
              .toList();
      return rules(changes);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    } catch (InvalidRequest e) {
      throw wrong(e.getMessage(), e);
    }
  }

  private InvalidRequest wrong(String reason, Exception e) {
    return new InvalidRequest(
        "its time zone %s is defined in a way that cannot be followed (line %s): %s"
            .formatted(Quote.of(zone.text("TZID")), zone.line(), reason),
        e);
  }

  private static ZoneRules rules(List<OffsetChange> changes) {
    if (changes.isEmpty()) {
      throw new InvalidRequest("it has neither STANDARD nor DAYLIGHT");
    }
    ZoneOffset first = changes.get(0).from();
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffset now = first;
    for (OffsetChange change : changes) {
      if (!change.to().equals(now)) {
        transitions.add(ZoneOffsetTransition.of(change.at(), now, change.to()));
      }
      now = change.to();
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }

  private Stream<OffsetChange> changes(Component observance) {
    ZoneOffset from = offset(observance, "TZOFFSETFROM");
    ZoneOffset to = offset(observance, "TZOFFSETTO");
    LocalDateTime start = time(value(observance, "DTSTART"));
    Stream<LocalDateTime> listed =
        observance.properties("RDATE").stream()
            .flatMap(line -> Stream.of(line.value().split(",")))
            .map(ZoneReader::time);
    Stream<LocalDateTime> ruled =
        observance.properties("RRULE").stream()
            .flatMap(line -> ruled(line.value(), start, from).stream());
    return Stream.concat(Stream.of(start), Stream.concat(listed, ruled))
        .distinct()
        .map(at -> new OffsetChange(at, from, to));
  }

  /** The wall-clock times of the rule. UTC stands for a clock without changes. */
  private List<LocalDateTime> ruled(String text, LocalDateTime start, ZoneOffset from) {
    RecurrenceRule rule = RecurrenceRule.parse(text).endingOnTheClockOf(from.getRules());
    // The last change of a rule that ended long ago may be what holds until today.
    Instant first = rule.end() instanceof RuleEnd.Never ? FIRST : Instant.MIN;
    Plan.Recurring plan = new Plan.Recurring(start, rule.canonical());
    return refuseTooMany(
        new RecurrenceSet(plan, ZoneOffset.UTC, budget::spendYear)
            .between(first, LAST, MOST_CHANGES + 1).stream().map(Occurrence::wallClock).toList());
  }

  /** The changes that were left out would be those of today. */
  private static List<LocalDateTime> refuseTooMany(List<LocalDateTime> changes) {
    if (changes.size() > MOST_CHANGES) {
      throw new InvalidRequest("its clocks change too often");
    }
    return changes;
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text, Until.LOCAL);
    } catch (DateTimeException e) {
      throw new InvalidRequest("%s is no time".formatted(Quote.of(text)), e);
    }
  }

  private static ZoneOffset offset(Component observance, String property) {
    String text = value(observance, property);
    if (!text.matches("[+-]\\d{4}(\\d\\d)?")) {
      throw new InvalidRequest("%s is no offset: %s".formatted(property, Quote.of(text)));
    }
    return ZoneOffset.of(text);
  }

  private static String value(Component observance, String property) {
    return observance
        .property(property)
        .map(ContentLine::value)
        .orElseThrow(() -> new InvalidRequest("%s is missing".formatted(property)));
  }
}
