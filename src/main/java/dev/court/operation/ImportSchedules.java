package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.operation.ImportFiles.Fate;
import dev.court.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes in the entries of one list of schedules, within one transaction. */
final class ImportSchedules {
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Store store;
  private final Instant now;
  private final long account;
  private final List<Schedule> known;

  ImportSchedules(Workspace workspace, RequestMaker maker, Store store) {
    this.workspace = workspace;
    this.maker = maker;
    this.store = store;
    this.now = workspace.now();
    this.account = workspace.accountId(store);
    this.known = new ArrayList<>(store.schedules().all(account));
  }

  ImportFiles.Line take(Json.Item item, String name) {
    String place = "%s: entry %s (line %s)".formatted(name, item.index() + 1, item.line());
    try {
      if (!item.text().startsWith("{")) {
        throw new InvalidRequest("is no schedule: it must be an object, in curly braces");
      }
      ScheduleEntry entry = item.read(ScheduleEntry.class);
      ScheduleRequest asked = entry.request(maker, workspace.venue(), now);
      String words = InWords.plan(asked.plan(), workspace.venue().zone());
      return new ImportFiles.Line(place, take(entry, asked), words);
    } catch (InvalidRequest | JsonException e) {
      return new ImportFiles.Line(place, Fate.BAD, e.getMessage());
    }
  }

  private Fate take(ScheduleEntry entry, ScheduleRequest asked) {
    Set<LocalDateTime> booked = entry.alreadyBooked(workspace.venue().zone());
    Instant pause = entry.pause(workspace.venue().zone());
    SamePlay play = new SamePlay(workspace.venue(), now);
    if (known.stream()
        .anyMatch(one -> !one.removed() && play.is(asked, one.asked(), entry.saysStart()))) {
      return Fate.UNCHANGED;
    }
    if (new Upcoming(asked.plan(), workspace.venue()).ahead(now).isEmpty()) {
      return Fate.PAST;
    }
    Schedule added = add(asked);
    store.schedules().pause(added.id(), pause);
    keepBooked(added, booked);
    return Fate.ADDED;
  }

  private Schedule add(ScheduleRequest asked) {
    long id = store.schedules().add(account, asked, now, workspace.venue().zone().getId());
    Schedule schedule = store.schedules().find(account, id).orElseThrow();
    new Filling(workspace.venue(), store, now).fill(schedule, now);
    known.add(schedule);
    return schedule;
  }

  /** What was booked where the file comes from is held by the same person, and not asked again. */
  private void keepBooked(Schedule schedule, Set<LocalDateTime> booked) {
    for (Booking booking : store.bookings().of(schedule)) {
      if (booked.contains(booking.occurrence().wallClock())) {
        store.bookings().move(booking, BookingStatus.SUCCESS, null);
      }
    }
  }
}
