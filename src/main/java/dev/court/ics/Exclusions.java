package dev.court.ics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The occurrences that are not played when their series says so: single ones, or those of a day.
 */
final class Exclusions {
  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();

  void add(CalendarTime moment) {
    if (moment.isDay()) {
      days.add(moment.wallClock().toLocalDate());
    } else {
      instants.add(moment.instant());
    }
  }

  void remove(CalendarTime moment) {
    days.remove(moment.wallClock().toLocalDate());
    instants.remove(moment.instant());
  }

  /** Whether an occurrence is left out, of an event that starts as {@code start} does. */
  boolean has(Instant instant, CalendarTime start) {
    return instants.contains(instant)
        || days.contains(
            LocalDateTime.ofInstant(instant, start.rules().getOffset(instant)).toLocalDate());
  }

  /** Single ones after {@code last}. */
  Stream<Instant> after(Instant last) {
    return instants.stream().filter(instant -> instant.isAfter(last));
  }
}
