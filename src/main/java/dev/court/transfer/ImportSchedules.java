package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.json.Json;
import dev.court.json.JsonException;
import dev.court.planning.Occurrences;
import dev.court.planning.RequestMaker;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import dev.court.schedule.OverlapFinder;
import dev.court.store.Store;
import dev.court.transfer.ImportResult.ImportStatus;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports the entries of one list of schedules, within one transaction. */
final class ImportSchedules {
  private final Workspace workspace;
  private final RequestMaker maker;
  private final Store store;
  private final boolean update;
  private final Instant now;
  private final ScheduleIndex known;
  private final List<Schedule> before;
  private final SharedTimes times;

  ImportSchedules(Workspace workspace, RequestMaker maker, Store store, boolean update) {
    this.workspace = workspace;
    this.maker = maker;
    this.store = store;
    this.update = update;
    this.now = workspace.now();
    this.known = new ScheduleIndex(workspace, store);
    this.before = known.present();
    this.times = new SharedTimes(workspace.venue(), now);
  }

  /** The result of each entry, in order. */
  List<ImportResult> importAll(List<Json.Item> items, String name) {
    Map<Integer, ImportResult> bad = new HashMap<>();
    Map<Integer, ListedEntry> entries = new HashMap<>();
    for (Json.Item item : items) {
      String place = "%s: entry %s (line %s)".formatted(name, item.index() + 1, item.line());
      try {
        entries.put(item.index(), entry(item, place));
      } catch (InvalidRequest | JsonException e) {
        bad.put(item.index(), ImportResult.of(place, ImportStatus.BAD, e.getMessage()));
      }
    }
    Map<ListedEntry, EntryMatcher.MatchedEntry> matches = matches(entries);
    List<ImportResult> results = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      results.add(
          bad.containsKey(i) ? bad.get(i) : imported(entries.get(i), matches.get(entries.get(i))));
    }
    return results;
  }

  private Map<ListedEntry, EntryMatcher.MatchedEntry> matches(Map<Integer, ListedEntry> entries) {
    return new EntryMatcher(before, known.duplicates(), times, maker, now)
        .match(entries.keySet().stream().sorted().map(entries::get).toList());
  }

  private ListedEntry entry(Json.Item item, String place) {
    if (!item.text().startsWith("{")) {
      throw new InvalidRequest("is no schedule: it must be an object, in curly braces");
    }
    ScheduleEntry entry = item.read(ScheduleEntry.class);
    ScheduleRequest asked = entry.request(maker, workspace.venue(), now);
    entry.alreadyBooked(workspace.venue().zone());
    entry.alreadyGivenBack(workspace.venue().zone());
    entry.pause(workspace.venue().zone());
    @SuppressWarnings("unchecked")
    Map<String, Object> fields = (Map<String, Object>) Json.tree(item.text());
    return new ListedEntry(place, entry, asked, fields.keySet(), workspace.venue().zone());
  }

  private ImportResult imported(ListedEntry entry, EntryMatcher.MatchedEntry match) {
    if (match == null) {
      return known.hasEqual(entry.asked(), entry.entry().hasStart())
          ? ImportResult.of(entry.place(), ImportStatus.UNCHANGED, entry.words())
          : added(entry);
    }
    if (match.isAlike()) {
      return ImportResult.unchanged(entry.place(), entry.words(), match.schedule());
    }
    if (isOver(match.over())) {
      return ImportResult.of(entry.place(), ImportStatus.PAST, entry.words());
    }
    return ImportResult.differing(
        entry.place(),
        match.schedule(),
        match.differences(),
        update ? Optional.of(updated(entry, match)) : Optional.empty());
  }

  private boolean isOver(ScheduleRequest asked) {
    return new Occurrences(asked.plan(), workspace.venue()).firstAfter(now).isEmpty();
  }

  private ImportResult added(ListedEntry entry) {
    if (isOver(entry.asked())) {
      return ImportResult.of(entry.place(), ImportStatus.PAST, entry.words());
    }
    Schedule added = known.add(entry.asked(), entry.entry().uid());
    store.schedules().pause(added.id(), entry.entry().pause(workspace.venue().zone()));
    keepSettled(added, entry);
    List<Schedule> near =
        before.stream().filter(one -> times.areShared(added.asked(), one.asked())).toList();
    return ImportResult.added(
        entry.place(),
        entry.words(),
        added,
        new OverlapFinder(store, workspace.venue(), now).with(added, near));
  }

  private ChangedSchedule updated(ListedEntry entry, EntryMatcher.MatchedEntry match) {
    ChangeSchedules change = new ChangeSchedules(workspace);
    long id = match.schedule().id();
    if (match.differences().stream().anyMatch(one -> one.field().equals("paused"))) {
      change.setPause(store, id, entry.entry().pause(workspace.venue().zone()));
    }
    ChangedSchedule changed = change.edit(store, id, asked -> match.over());
    keepSettled(changed.view().schedule(), entry);
    known.update(changed.view().schedule());
    return changed;
  }

  /**
   * The person holds the reservations that the file lists, or gave them back, so they are not asked
   * for again. What this home booked and gave back itself is pending only because the person wants
   * it once more, and the file is of an earlier time.
   */
  private void keepSettled(Schedule schedule, ListedEntry entry) {
    Set<LocalDateTime> booked = entry.entry().alreadyBooked(workspace.venue().zone());
    Set<LocalDateTime> givenBack = entry.entry().alreadyGivenBack(workspace.venue().zone());
    for (Booking booking : store.bookings().of(schedule)) {
      if (booking.status() != BookingStatus.PENDING) {
        continue;
      }
      if (booked.contains(booking.occurrence().wallClock())) {
        store.bookings().tryChangeStatus(booking, BookingStatus.SUCCESS, null);
      } else if (givenBack.contains(booking.occurrence().wallClock())
          && store.attempts().of(booking).isEmpty()) {
        store.bookings().tryGiveBack(booking);
      }
    }
  }
}
