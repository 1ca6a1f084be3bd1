package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.recurrence.RecurrenceRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plans of an event: its recurrence as one plan without the dates that were left out or
 * moved, and each date that was moved or added as a plan of its own.
 */
final class EventReader {
  private final EventGroup group;
  private final ReadingContext context;
  private final Instant now;
  private final Exclusions exclusions = new Exclusions();
  private final List<Vevent> withoutDate = new ArrayList<>();
  private final List<CalendarEntry> entries = new ArrayList<>();

  EventReader(EventGroup group, ReadingContext context) {
    this.group = group;
    this.context = context;
    this.now = context.now();
  }

  List<CalendarEntry> entries() {
    Optional<Vevent> whole = group.whole();
    if (whole.filter(Vevent::isCancelled).isPresent()) {
      return List.of(new CalendarEntry.Cancelled(whole.get().place(), group.uid(), group.uid()));
    }
    Optional<Vevent> onwards =
        group.changes().stream()
            .filter(change -> change.recurrenceId().get().hasRange())
            .findFirst();
    if (onwards.isPresent()) {
      return List.of(
          new CalendarEntry.Unreadable(
              whole.orElse(onwards.get()).place(),
              "all that follows a date is changed (RANGE on line %s): end it there, and make another"
                  .formatted(onwards.get().block().line())));
    }
    group.superseded().forEach(this::tell);
    group.changes().forEach(change -> readOrRefuse(change, () -> readChange(change)));
    whole.ifPresent(event -> readOrRefuse(event, () -> readWhole(event)));
    return entries;
  }

  private void readOrRefuse(Vevent event, Runnable reading) {
    try {
      reading.run();
    } catch (InvalidRequest e) {
      entries.add(new CalendarEntry.Unreadable(event.place(), e.getMessage()));
    }
  }

  /** Two events of one UID, as bad programs write them, would be one without a word. */
  private void tell(EventGroup.Superseded lost) {
    if (!lost.event().isOver(now)) {
      entries.add(
          new CalendarEntry.Unreadable(
              lost.event().place(),
              ("has the UID of event %s (line %s), which is read instead:"
                      + " no SEQUENCE and no DTSTAMP says which is newer")
                  .formatted(lost.by().number(), lost.by().block().line())));
    }
  }

  /** A changed occurrence is a plan of its own, and its recurrence leaves it out. */
  private void readChange(Vevent change) {
    // First, so that an occurrence whose change is unreadable is not played at its old time.
    CalendarTime original = leaveOut(change);
    if (change.isCancelled()) {
      if (group.whole().isEmpty()) {
        String name = EntryMaker.nameOf(group.uid(), original.instant());
        entries.add(new CalendarEntry.Cancelled(change.place(), name, group.uid()));
      }
    } else if (isUnchanged(change, original)) {
      exclusions.remove(original);
    } else {
      entries.add(maker(change).moved(original.instant(), change.start().instant()));
    }
  }

  /** Where only the day that is changed can be read, all of the day is left out. */
  private CalendarTime leaveOut(Vevent change) {
    RecurrenceId id = change.recurrenceId().get();
    try {
      CalendarTime original = id.time();
      exclusions.add(original);
      return original;
    } catch (InvalidRequest e) {
      id.day().ifPresentOrElse(exclusions::addDay, () -> withoutDate.add(change));
      throw e;
    }
  }

  /** Some programs write a change of an occurrence when only a note was changed. */
  private boolean isUnchanged(Vevent change, CalendarTime original) {
    return group
        .whole()
        .filter(event -> change.start().instant().equals(original.instant()))
        .filter(event -> event.duration().equals(change.duration()))
        .filter(event -> event.text().location().equals(change.text().location()))
        .isPresent();
  }

  private void readWhole(Vevent event) {
    if (event.isPastDay(now)) {
      entries.add(new CalendarEntry.Over(event.place()));
      return;
    }
    refuseUnknownDates();
    CalendarTime start = event.start();
    event.times().dates("EXDATE").forEach(exclusions::add);
    List<Instant> listed =
        event.times().dates("RDATE").stream()
            .map(date -> date.instantLike(start))
            .distinct()
            .toList();
    EntryMaker maker = maker(event);
    if (event.rules().isEmpty()) {
      if (!exclusions.contains(start.instant(), start)) {
        entries.add(maker.single(start.instant()));
      }
    } else {
      readSeries(event, start, maker);
    }
    listed.stream()
        .filter(instant -> instant.isAfter(now) && !exclusions.contains(instant, start))
        .filter(instant -> !instant.equals(start.instant()))
        .forEach(instant -> entries.add(maker.date(instant)));
  }

  private void refuseUnknownDates() {
    if (!withoutDate.isEmpty()) {
      Vevent change = withoutDate.get(0);
      throw new InvalidRequest(
          ("the date of it that event %s (line %s) changes cannot be read,"
                  + " and must not be played at its old time")
              .formatted(change.number(), change.block().line()));
    }
  }

  private void readSeries(Vevent event, CalendarTime start, EntryMaker maker) {
    RecurrenceRule rule = RecurrenceRule.parse(event.rules().get(0).value());
    SeriesConversion conversion = new SeriesConversion(rule, start, context);
    Optional<Plan.Recurring> plan = conversion.asRule(exclusions);
    if (conversion.isOver()) {
      entries.add(new CalendarEntry.Over(event.place()));
    } else if (plan.isPresent()) {
      entries.add(maker.series(plan.get()));
    } else {
      addDates(event, conversion.asDates(exclusions), maker);
    }
    // A start outside the rule is undefined (RFC 5545, 3.8.5.3). Calendars show it, so it is
    // played.
    boolean isAhead = start.instant().isAfter(now);
    if (isAhead && !conversion.includesStart() && !exclusions.contains(start.instant(), start)) {
      entries.add(maker.date(start.instant()));
    }
  }

  private void addDates(Vevent event, List<Instant> dates, EntryMaker maker) {
    dates.forEach(instant -> entries.add(maker.date(instant)));
    if (dates.isEmpty()) {
      entries.add(new CalendarEntry.Over(event.place()));
    }
  }

  private EntryMaker maker(Vevent event) {
    return new EntryMaker(event, group.uid(), context);
  }
}
