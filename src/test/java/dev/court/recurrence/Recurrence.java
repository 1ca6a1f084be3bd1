package dev.court.recurrence;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A recurrence with all its times as text. */
record Recurrence(Plan.Recurring plan, ZoneId zone) {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  static Recurrence of(String rule, String start) {
    return new Recurrence(new Plan.Recurring(LocalDateTime.parse(start), rule), NEW_YORK);
  }

  Recurrence in(String zoneId) {
    return new Recurrence(plan, ZoneId.of(zoneId));
  }

  Recurrence except(String... wallClocks) {
    var exdates =
        Arrays.stream(wallClocks)
            .map(LocalDateTime::parse)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Recurrence(new Plan.Recurring(plan.dtstart(), plan.rrule(), exdates), zone);
  }

  RecurrenceSet set() {
    return new RecurrenceSet(plan, zone);
  }

  /** The first occurrences as wall-clock times of the rule. */
  List<String> wallClocks(int limit) {
    return all(limit).stream().map(o -> o.wallClock().toString()).toList();
  }

  /** The first occurrences as they are played, with their offset. */
  List<String> starts(int limit) {
    return all(limit).stream().map(o -> o.start().toOffsetDateTime().toString()).toList();
  }

  List<Occurrence> all(int limit) {
    return set().between(Instant.MIN, Instant.MAX, limit);
  }
}
