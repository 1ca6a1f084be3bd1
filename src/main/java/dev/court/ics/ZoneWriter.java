package dev.court.ics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a VTIMEZONE (RFC 5545, 3.6.5) with the offsets of Java's zone data for a period. A zone
 * whose clocks change alike each year gets recurrence rules, as most programs expect. Any other
 * zone gets a component for each change.
 */
final class ZoneWriter {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder().appendOffset("+HHMMss", "+0000").toFormatter(Locale.ROOT);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final ZoneId zone;
  private final ZoneRules rules;
  private final ContentWriter out;

  ZoneWriter(ZoneId zone, ContentWriter out) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.out = out;
  }

  /** Writes it for times from {@code first} to {@code last} inclusive. */
  void write(Instant first, Instant last) {
    out.line("BEGIN:VTIMEZONE").text("TZID", zone.getId());
    ZoneOffsetTransition before = rules.previousTransition(first.plusNanos(1));
    if (before == null || before.getDateTimeBefore().isBefore(EARLIEST)) {
      ZoneOffset offset = rules.getOffset(first);
      observance(first, EARLIEST, offset, offset, "");
      changes(rules.nextTransition(first), last);
    } else {
      ZoneOffsetTransition next = rules.nextTransition(before.getInstant());
      Optional<String> onto = new ClockChangeRule(rules, before).rule();
      Optional<String> back = next == null ? onto : new ClockChangeRule(rules, next).rule();
      if (next != null && onto.isPresent() && back.isPresent()) {
        change(before, onto.get());
        change(next, back.get());
      } else {
        changes(before, last);
      }
    }
    out.line("END:VTIMEZONE");
  }

  private void changes(ZoneOffsetTransition from, Instant last) {
    ZoneOffsetTransition one = from;
    while (one != null && !one.getInstant().isAfter(last)) {
      change(one, "");
      one = rules.nextTransition(one.getInstant());
    }
  }

  private void change(ZoneOffsetTransition change, String rule) {
    observance(
        change.getInstant(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        rule);
  }

  private void observance(
      Instant at, LocalDateTime start, ZoneOffset from, ZoneOffset to, String rule) {
    String kind = rules.isDaylightSavings(at) ? "DAYLIGHT" : "STANDARD";
    out.line("BEGIN:" + kind).line("DTSTART:" + LOCAL.format(start));
    out.line("TZOFFSETFROM:" + OFFSET.format(from)).line("TZOFFSETTO:" + OFFSET.format(to));
    out.text("TZNAME", NAME.format(at.atZone(zone)));
    if (!rule.isEmpty()) {
      out.line("RRULE:" + rule);
    }
    out.line("END:" + kind);
  }
}
