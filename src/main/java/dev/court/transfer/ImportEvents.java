package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.transfer.ImportFiles.ImportResult;
import dev.court.transfer.ImportFiles.ImportStatus;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in the events of one calendar, within one transaction. What came from the same event before
 * is never changed, only told about: a person may have changed it since.
 */
final class ImportEvents {
  private static final Set<BookingStatus> WANTED =
      Set.of(
          BookingStatus.PENDING,
          BookingStatus.IN_FLIGHT,
          BookingStatus.UNKNOWN,
          BookingStatus.SUCCESS);

  private final Workspace workspace;
  private final Store store;
  private final ScheduleIndex known;
  private final Set<Long> before;
  private Set<String> ownEvents;

  ImportEvents(Workspace workspace, Store store) {
    this.workspace = workspace;
    this.store = store;
    this.known = new ScheduleIndex(workspace, store);
    this.before = known.ids();
  }

  /** What came of each; those that are over are one line, since calendars keep them for years. */
  List<ImportResult> take(String file, List<PlannedEvent> planned) {
    List<ImportResult> lines = new ArrayList<>(planned.stream().map(this::take).toList());
    List<ImportResult> past =
        lines.stream().filter(line -> line.fate() == ImportStatus.PAST).toList();
    if (past.size() > 1) {
      lines.removeAll(past);
      lines.add(new ImportResult(file, ImportStatus.PAST, past.size() + " events"));
    }
    return lines;
  }

  private ImportResult take(PlannedEvent event) {
    return event instanceof PlannedEvent.Importable asked
        ? take(asked)
        : told((PlannedEvent.NotImportable) event);
  }

  private ImportResult told(PlannedEvent.NotImportable told) {
    String whole =
        called(told.uid())
            .map(one -> ", and schedule %s is still there: court remove %<s".formatted(one.id()))
            .orElse("");
    String date =
        called(told.series())
            .map(one -> ", and it is still in schedule %s: court skip %<s".formatted(one.id()))
            .orElse("");
    return new ImportResult(
        told.place(), told.fate(), told.what() + (whole.isEmpty() ? date : whole));
  }

  private ImportResult take(PlannedEvent.Importable asked) {
    String uid = asked.play().uid();
    if (CalendarFeed.isOwn(uid)
        && (asked.play().text().isConfirmed() || ownEvents().contains(uid))) {
      return line(asked, ImportStatus.UNCHANGED, asked.words());
    }
    Optional<Schedule> same =
        called(uid)
            .or(() -> called(asked.play().series()).filter(one -> before.contains(one.id())));
    if (same.isPresent()) {
      return compared(asked, same.get());
    }
    if (known.hasPlay(asked.request(), true) || isPlanned(asked.request())) {
      return line(asked, ImportStatus.UNCHANGED, asked.words());
    }
    known.add(asked.request(), uid);
    return line(asked, ImportStatus.ADDED, asked.words());
  }

  private Optional<Schedule> called(String uid) {
    return uid.isEmpty() ? Optional.empty() : known.called(uid);
  }

  private static ImportResult line(PlannedEvent.Importable asked, ImportStatus fate, String what) {
    return new ImportResult(asked.place(), fate, what);
  }

  private ImportResult compared(PlannedEvent.Importable asked, Schedule schedule) {
    String uid = asked.play().uid();
    boolean isSame = schedule.uid().equals(uid) && isSame(asked.request(), schedule.asked());
    return isSame
        ? line(asked, ImportStatus.UNCHANGED, asked.words())
        : line(
            asked,
            ImportStatus.DIFFERENT,
            ("%s; schedule %s, which came from this event, stays as it is:"
                    + " court remove %s, and import again")
                .formatted(asked.words(), schedule.id(), schedule.id()));
  }

  /** Dates that a person skipped besides, courts and names are the person's. */
  private boolean isSame(ScheduleRequest asked, ScheduleRequest kept) {
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

  /** Whether a booking for just that is there: a series may have it that came another way. */
  private boolean isPlanned(ScheduleRequest asked) {
    if (!(asked.plan() instanceof Plan.OneOff one)) {
      return false;
    }
    Instant start = workspace.venue().occurrence(one.at()).instant();
    return store.bookings().between(workspace.accountId(store), start, start.plusMillis(1)).stream()
        .map(ScheduledBooking::booking)
        .anyMatch(booking -> WANTED.contains(booking.status()) && isFor(booking, asked));
  }

  private static boolean isFor(Booking booking, ScheduleRequest asked) {
    return booking.duration().equals(asked.duration())
        && booking.courts().courtIds().stream().anyMatch(asked.courts().courtIds()::contains);
  }

  /** The events of our own feed, which is no news to us. */
  private Set<String> ownEvents() {
    if (ownEvents == null) {
      ownEvents =
          store
              .bookings()
              .between(workspace.accountId(store), Instant.EPOCH, Schedule.FOREVER)
              .stream()
              .map(CalendarFeed::uid)
              .collect(Collectors.toSet());
    }
    return ownEvents;
  }
}
