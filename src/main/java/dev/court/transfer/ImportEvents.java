package dev.court.transfer;

import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.planning.AlternativesText;
import dev.court.planning.RequestMaker;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import dev.court.store.Store;
import dev.court.transfer.ImportResult.ImportStatus;
import dev.court.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports the events of one calendar, within one transaction. A schedule that came from the same
 * event before is changed only when the person says so, because they may have changed it since.
 */
final class ImportEvents {
  private final ScheduleIndex known;
  private final KnownBookings bookings;
  private final Set<Long> before;
  private final Set<String> inFile = new HashSet<>();
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Store store;
  private final boolean update;

  ImportEvents(Workspace workspace, RequestMaker maker, Store store, boolean update) {
    this.workspace = workspace;
    this.maker = maker;
    this.store = store;
    this.update = update;
    this.known = new ScheduleIndex(workspace, store);
    this.bookings = new KnownBookings(workspace, store);
    this.before = known.ids();
  }

  /**
   * The result of each event; past events are one result, because calendars keep them for years.
   */
  List<ImportResult> importAll(String file, List<PlannedEvent> planned) {
    planned.stream()
        .filter(PlannedEvent.Importable.class::isInstance)
        .forEach(one -> inFile.add(((PlannedEvent.Importable) one).play().uid()));
    List<ImportResult> results = new ArrayList<>(planned.stream().map(this::importEvent).toList());
    List<ImportResult> past =
        results.stream().filter(one -> one.status() == ImportStatus.PAST).toList();
    if (past.size() > 1) {
      results.removeAll(past);
      results.add(ImportResult.of(file, ImportStatus.PAST, past.size() + " events"));
    }
    return results;
  }

  private ImportResult importEvent(PlannedEvent event) {
    if (event instanceof PlannedEvent.OnlyKnown known) {
      return importEvent(known);
    }
    return event instanceof PlannedEvent.Importable asked
        ? importEvent(asked)
        : report((PlannedEvent.NotImportable) event);
  }

  private ImportResult importEvent(PlannedEvent.OnlyKnown event) {
    return isOwn(event.uid(), event.isConfirmed())
        ? ImportResult.of(event.place(), ImportStatus.UNCHANGED, event.words())
        : ImportResult.of(event.place(), ImportStatus.BAD, event.whyNot());
  }

  /** Whether it is an event of our own feed, or is booked in another home. */
  private boolean isOwn(String uid, boolean isConfirmed) {
    return CalendarFeed.isOwn(uid) && (isConfirmed || bookings.hasFeedEvent(uid));
  }

  private ImportResult report(PlannedEvent.NotImportable event) {
    String whole =
        scheduleOf(event.uid())
            .map(one -> ", and schedule %s is still there: court remove %<s".formatted(one.id()))
            .orElse("");
    String date =
        scheduleOf(event.series())
            .map(one -> ", and it is still in schedule %s: court skip %<s".formatted(one.id()))
            .orElse("");
    return ImportResult.of(
        event.place(), event.status(), event.what() + (whole.isEmpty() ? date : whole));
  }

  private ImportResult importEvent(PlannedEvent.Importable asked) {
    String uid = asked.play().uid();
    if (isOwn(uid, asked.play().text().isConfirmed())) {
      return result(asked, ImportStatus.UNCHANGED, asked.words());
    }
    Optional<Schedule> same =
        scheduleOf(uid)
            .or(() -> scheduleOf(asked.play().series()).filter(one -> before.contains(one.id())));
    if (same.isPresent() && !isPartOfUpdate(asked, same.get())) {
      return compare(asked, same.get());
    }
    if (known.hasEqual(asked.request(), true) || bookings.has(asked.request())) {
      return result(asked, ImportStatus.UNCHANGED, asked.words());
    }
    Schedule added = known.add(asked.request(), uid);
    return ImportResult.added(asked.place(), asked.words(), added, List.of());
  }

  /** A date that was moved out of its series, which the same file leaves out of the series. */
  private boolean isPartOfUpdate(PlannedEvent.Importable asked, Schedule schedule) {
    return update && !schedule.uid().equals(asked.play().uid()) && inFile.contains(schedule.uid());
  }

  private Optional<Schedule> scheduleOf(String uid) {
    return uid.isEmpty() ? Optional.empty() : known.withUid(uid);
  }

  private static ImportResult result(
      PlannedEvent.Importable asked, ImportStatus status, String what) {
    return ImportResult.of(asked.place(), status, what);
  }

  private ImportResult compare(PlannedEvent.Importable asked, Schedule schedule) {
    if (!schedule.uid().equals(asked.play().uid())) {
      return result(
          asked,
          ImportStatus.CHANGED,
          "%s, which schedule %s has in its series%s"
              .formatted(asked.words(), schedule.id(), remedy(schedule)));
    }
    if (isSame(asked.request(), schedule.asked())) {
      return ImportResult.unchanged(asked.place(), asked.words(), schedule);
    }
    ScheduleRequest over = over(schedule.asked(), asked.request());
    return ImportResult.differing(
        asked.place(),
        schedule,
        Differences.between(schedule.asked(), over, workspace.venue().zone()),
        update ? Optional.of(updated(schedule, over)) : Optional.empty());
  }

  /** The file may say only what was moved, and nothing of the series that it was moved out of. */
  private String remedy(Schedule series) {
    return inFile.contains(series.uid())
        ? ""
        : ": court remove %s, and import the whole series again".formatted(series.id());
  }

  /** The times and the length of the event; the courts, the name and the rest stay. */
  private ScheduleRequest over(ScheduleRequest kept, ScheduleRequest asked) {
    return AlternativesText.fitting(
        new ScheduleRequest(
            kept.name(),
            maker.skippingAlso(kept.plan(), asked.plan()),
            kept.courts(),
            asked.duration(),
            kept.guests(),
            kept.strategy(),
            kept.watch(),
            kept.alternatives()));
  }

  private ChangedSchedule updated(Schedule schedule, ScheduleRequest over) {
    ChangedSchedule changed =
        new ChangeSchedules(workspace).edit(store, schedule.id(), before -> over);
    known.update(changed.view().schedule());
    return changed;
  }

  /**
   * A person may have changed the courts and the name, or skipped further dates: that is the same.
   */
  private static boolean isSame(ScheduleRequest asked, ScheduleRequest kept) {
    if (!asked.duration().equals(kept.duration())) {
      return false;
    }
    if (asked.plan() instanceof Plan.Recurring one && kept.plan() instanceof Plan.Recurring other) {
      return one.rrule().equals(other.rrule())
          && one.dtstart().equals(other.dtstart())
          && other.exdates().containsAll(one.exdates());
    }
    return asked.plan().equals(kept.plan());
  }
}
