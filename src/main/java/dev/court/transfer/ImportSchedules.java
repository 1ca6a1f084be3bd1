package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.planning.Occurrences;
import dev.court.planning.PlanInWords;
import dev.court.planning.RequestMaker;
import dev.court.store.Store;
import dev.court.transfer.ImportFiles.ImportStatus;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

/** Imports the entries of one list of schedules, within one transaction. */
final class ImportSchedules {
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Store store;
  private final Instant now;
  private final ScheduleIndex known;

  ImportSchedules(Workspace workspace, RequestMaker maker, Store store) {
    this.workspace = workspace;
    this.maker = maker;
    this.store = store;
    this.now = workspace.now();
    this.known = new ScheduleIndex(workspace, store);
  }

  ImportFiles.ImportResult importItem(Json.Item item, String name) {
    String place = "%s: entry %s (line %s)".formatted(name, item.index() + 1, item.line());
    try {
      if (!item.text().startsWith("{")) {
        throw new InvalidRequest("is no schedule: it must be an object, in curly braces");
      }
      ScheduleEntry entry = item.read(ScheduleEntry.class);
      ScheduleRequest asked = entry.request(maker, workspace.venue(), now);
      String words = PlanInWords.plan(asked.plan(), workspace.venue().zone());
      return new ImportFiles.ImportResult(place, add(entry, asked), words);
    } catch (InvalidRequest | JsonException e) {
      return new ImportFiles.ImportResult(place, ImportStatus.BAD, e.getMessage());
    }
  }

  private ImportStatus add(ScheduleEntry entry, ScheduleRequest asked) {
    Set<LocalDateTime> booked = entry.alreadyBooked(workspace.venue().zone());
    Instant pause = entry.pause(workspace.venue().zone());
    if (known.hasEqual(asked, entry.hasStart())) {
      return ImportStatus.UNCHANGED;
    }
    if (new Occurrences(asked.plan(), workspace.venue()).firstAfter(now).isEmpty()) {
      return ImportStatus.PAST;
    }
    Schedule added = known.add(asked, entry.uid());
    store.schedules().pause(added.id(), pause);
    keepBooked(added, booked);
    return ImportStatus.ADDED;
  }

  /** The person holds the reservations that the file lists, so they are not asked for again. */
  private void keepBooked(Schedule schedule, Set<LocalDateTime> booked) {
    for (Booking booking : store.bookings().of(schedule)) {
      if (booked.contains(booking.occurrence().wallClock())) {
        store.bookings().tryChangeStatus(booking, BookingStatus.SUCCESS, null);
      }
    }
  }
}
