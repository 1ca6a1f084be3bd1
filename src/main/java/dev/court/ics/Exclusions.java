package dev.court.ics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The occurrences that a recurrence leaves out (EXDATE, RFC 5545, 3.8.5.1): single instants, or all
 * of a day.
 */
final class Exclusions {
  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();

  void add(CalendarTime time) {
    if (time.isDay()) {
      addDay(time.wallClock().toLocalDate());
    } else {
      instants.add(time.instant());
    }
  }

  /** Leaves out all occurrences of a day, in the zone of the event. */
  void addDay(LocalDate day) {
    days.add(day);
  }

  void remove(CalendarTime time) {
    days.remove(time.wallClock().toLocalDate());
    instants.remove(time.instant());
  }

  /**
   * Whether an occurrence is left out.
   *
   * @param start the DTSTART of its event; days are days in that zone
   */
  boolean contains(Instant instant, CalendarTime start) {
    return instants.contains(instant)
        || days.contains(
            LocalDateTime.ofInstant(instant, start.rules().getOffset(instant)).toLocalDate());
  }

  /**
   * The instants after {@code last}; of a day, that at the time of day of {@code start}, the
   * DTSTART.
   */
  Stream<Instant> after(Instant last, CalendarTime start) {
    return Stream.concat(instants.stream(), days.stream().map(start::on))
        .filter(instant -> instant.isAfter(last));
  }
}
