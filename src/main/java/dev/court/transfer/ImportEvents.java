package dev.court.transfer;

import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.store.Store;
import dev.court.transfer.ImportFiles.ImportResult;
import dev.court.transfer.ImportFiles.ImportStatus;
import dev.court.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports the events of one calendar, within one transaction. A schedule that came from the same
 * event before is never changed, only reported, because a person may have changed it since.
 */
final class ImportEvents {
  private final ScheduleIndex known;
  private final KnownBookings bookings;
  private final Set<Long> before;

  ImportEvents(Workspace workspace, Store store) {
    this.known = new ScheduleIndex(workspace, store);
    this.bookings = new KnownBookings(workspace, store);
    this.before = known.ids();
  }

  /**
   * The result of each event; past events are one result, because calendars keep them for years.
   */
  List<ImportResult> importAll(String file, List<PlannedEvent> planned) {
    List<ImportResult> results = new ArrayList<>(planned.stream().map(this::importEvent).toList());
    List<ImportResult> past =
        results.stream().filter(one -> one.status() == ImportStatus.PAST).toList();
    if (past.size() > 1) {
      results.removeAll(past);
      results.add(new ImportResult(file, ImportStatus.PAST, past.size() + " events"));
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
        ? new ImportResult(event.place(), ImportStatus.UNCHANGED, event.words())
        : new ImportResult(event.place(), ImportStatus.BAD, event.whyNot());
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
    return new ImportResult(
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
    if (same.isPresent()) {
      return compare(asked, same.get());
    }
    if (known.hasEqual(asked.request(), true) || bookings.has(asked.request())) {
      return result(asked, ImportStatus.UNCHANGED, asked.words());
    }
    known.add(asked.request(), uid);
    return result(asked, ImportStatus.ADDED, asked.words());
  }

  private Optional<Schedule> scheduleOf(String uid) {
    return uid.isEmpty() ? Optional.empty() : known.withUid(uid);
  }

  private static ImportResult result(
      PlannedEvent.Importable asked, ImportStatus status, String what) {
    return new ImportResult(asked.place(), status, what);
  }

  private ImportResult compare(PlannedEvent.Importable asked, Schedule schedule) {
    String uid = asked.play().uid();
    boolean isSame = schedule.uid().equals(uid) && isSame(asked.request(), schedule.asked());
    return isSame
        ? result(asked, ImportStatus.UNCHANGED, asked.words())
        : result(
            asked,
            ImportStatus.DIFFERENT,
            ("%s; schedule %s, which came from this event, stays as it is:"
                    + " court remove %s, and import again")
                .formatted(asked.words(), schedule.id(), schedule.id()));
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
