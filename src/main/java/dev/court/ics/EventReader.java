package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.RecurrenceRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns an event into what is to be played: its series as one plan without the dates that were left
 * out or moved, and each date that was moved or added as a plan of its own.
 */
final class EventReader {
  private final EventGroup group;
  private final ZoneId venue;
  private final Instant now;
  private final Exclusions leftOut = new Exclusions();
  private final List<CalendarEntry> entries = new ArrayList<>();

  EventReader(EventGroup group, ZoneId venue, Instant now) {
    this.group = group;
    this.venue = venue;
    this.now = now;
  }

  List<CalendarEntry> entries() {
    Optional<Vevent> whole = group.whole();
    if (whole.filter(Vevent::isCancelled).isPresent()) {
      return List.of(cancelled(whole.get()));
    }
    Optional<Vevent> onwards = group.changes().stream().filter(EventReader::isOnwards).findFirst();
    if (onwards.isPresent()) {
      return List.of(
          new CalendarEntry.Unreadable(
              whole.orElse(onwards.get()).place(),
              "all that follows a date is changed (RANGE on line %s): end it there, and make another"
                  .formatted(onwards.get().block().line())));
    }
    group.changes().forEach(change -> guarded(change, () -> changed(change)));
    whole.ifPresent(event -> guarded(event, () -> whole(event)));
    return entries;
  }

  private static boolean isOnwards(Vevent change) {
    return change
        .block()
        .property("RECURRENCE-ID")
        .get()
        .rest()
        .toUpperCase(Locale.ROOT)
        .contains("RANGE=THISANDFUTURE");
  }

  private static CalendarEntry cancelled(Vevent event) {
    return new CalendarEntry.Cancelled(event.place(), event.uid(), event.uid());
  }

  private void guarded(Vevent event, Runnable reading) {
    try {
      reading.run();
    } catch (InvalidRequest e) {
      entries.add(new CalendarEntry.Unreadable(event.place(), e.getMessage()));
    }
  }

  /** One occurrence that is otherwise than its series, which goes on without it. */
  private void changed(Vevent change) {
    CalendarTime original = change.moments("RECURRENCE-ID").findFirst().orElseThrow();
    String uid = change.uidAt(original.instant());
    // At once: where what it became cannot be read, it is not played at its old time either.
    leftOut.add(original);
    if (change.isCancelled()) {
      if (group.whole().isEmpty()) {
        entries.add(new CalendarEntry.Cancelled(change.place(), uid, change.uid()));
      }
    } else if (isAsItWas(change, original)) {
      leftOut.remove(original);
    } else {
      add(change, uid, change.start().instant());
    }
  }

  /** Some programs write an occurrence out when only a note was changed. */
  private boolean isAsItWas(Vevent change, CalendarTime original) {
    return group
        .whole()
        .filter(event -> change.start().instant().equals(original.instant()))
        .filter(event -> event.duration().equals(change.duration()))
        .filter(event -> event.words().location().equals(change.words().location()))
        .isPresent();
  }

  private void whole(Vevent event) {
    if (event.isPastDay(now)) {
      entries.add(new CalendarEntry.Over(event.place()));
      return;
    }
    CalendarTime start = event.start();
    event.moments("EXDATE").forEach(leftOut::add);
    List<Instant> listed =
        event.moments("RDATE").map(date -> atItsTime(date, start)).distinct().toList();
    if (event.rules().isEmpty()) {
      if (!leftOut.has(start.instant(), start)) {
        add(event, event.uid(), start.instant());
      }
    } else {
      series(event, start);
    }
    listed.stream()
        .filter(instant -> instant.isAfter(now) && !leftOut.has(instant, start))
        .filter(instant -> !instant.equals(start.instant()))
        .forEach(instant -> add(event, event.uidAt(instant), instant));
  }

  /** A date without a time is played at the time of the event. */
  private static Instant atItsTime(CalendarTime date, CalendarTime start) {
    return date.isDay()
        ? CalendarTime.instant(
            date.wallClock().toLocalDate().atTime(start.wallClock().toLocalTime()), start.rules())
        : date.instant();
  }

  private void series(Vevent event, CalendarTime start) {
    RecurrenceRule rule = RecurrenceRule.parse(event.rules().get(0).value());
    SeriesConversion series = new SeriesConversion(rule, start, venue, now);
    Optional<Plan.Recurring> plan = series.onTheVenuesClock(leftOut);
    if (plan.isPresent()) {
      entries.add(play(event, event.uid(), plan.get()));
    } else {
      dates(event, series.dates(leftOut));
    }
    // What it means is left open (RFC 5545, 3.8.5.3); calendars show it, so people go there.
    boolean isAhead = start.instant().isAfter(now);
    if (isAhead && !series.hasItsStart() && !leftOut.has(start.instant(), start)) {
      add(event, event.uidAt(start.instant()), start.instant());
    }
  }

  private void dates(Vevent event, List<Instant> dates) {
    dates.forEach(instant -> add(event, event.uidAt(instant), instant));
    if (dates.isEmpty()) {
      entries.add(new CalendarEntry.Over(event.place()));
    }
  }

  private void add(Vevent event, String uid, Instant instant) {
    LocalDateTime wallClock = LocalDateTime.ofInstant(instant, venue);
    if (!Occurrence.of(wallClock, venue).instant().equals(instant)) {
      throw new InvalidRequest(
          "%s happens twice that day, and only the first of them can be asked for"
              .formatted(wallClock));
    }
    entries.add(play(event, uid, new Plan.OneOff(wallClock)));
  }

  private static CalendarEntry.Play play(Vevent event, String uid, Plan plan) {
    return new CalendarEntry.Play(
        event.place(), uid, event.uid(), plan, event.duration().orElse(null), event.words());
  }
}
