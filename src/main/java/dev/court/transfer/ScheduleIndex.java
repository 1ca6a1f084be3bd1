package dev.court.transfer;

import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.schedule.BookingMaterializer;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schedules of the account during an import, and those that the import adds. */
final class ScheduleIndex {
  private static final int LONGEST_UID = 300;

  private final Venue venue;
  private final Store store;
  private final Instant now;
  private final long account;
  private final DuplicateCheck duplicates;
  private final Map<Long, Schedule> schedules = new LinkedHashMap<>();
  private final Set<String> uids = new HashSet<>();

  ScheduleIndex(Workspace workspace, Store store) {
    this.venue = workspace.venue();
    this.store = store;
    this.now = workspace.now();
    this.account = workspace.ensureAccount(store);
    this.duplicates = new DuplicateCheck(venue, now);
    store.schedules().all(account).forEach(this::index);
  }

  /** All that are not removed, oldest first. */
  List<Schedule> present() {
    return schedules.values().stream().filter(one -> !one.removed()).toList();
  }

  DuplicateCheck duplicates() {
    return duplicates;
  }

  /** Notes that a schedule was changed. */
  void update(Schedule changed) {
    index(changed);
  }

  /**
   * Whether a schedule for the same exists; see {@link DuplicateCheck#isSame}. Removed ones do not
   * count.
   */
  boolean hasEqual(ScheduleRequest asked, boolean hasStart) {
    return schedules.values().stream()
        .anyMatch(one -> !one.removed() && duplicates.isSame(asked, one.asked(), hasStart));
  }

  Set<Long> ids() {
    return Set.copyOf(schedules.keySet());
  }

  /** The schedule of that UID; empty when there is none, or it was removed. */
  Optional<Schedule> withUid(String uid) {
    return schedules.values().stream()
        .filter(one -> !one.removed() && one.uid().equals(uid))
        .findFirst();
  }

  /**
   * Adds a schedule, with its bookings for the next weeks.
   *
   * @param uid its UID where it comes from; null for none. The schedule gets a UID of its own when
   *     another one, maybe removed, has this one.
   */
  Schedule add(ScheduleRequest asked, String uid) {
    long id = store.schedules().add(account, asked, now, venue.zone().getId());
    if (uid != null && !uid.isEmpty() && uid.length() <= LONGEST_UID && !uids.contains(uid)) {
      store.schedules().recordUid(id, uid);
    }
    Schedule schedule = store.schedules().find(account, id).orElseThrow();
    new BookingMaterializer(venue, store, now).materialize(schedule, now);
    index(schedule);
    return schedule;
  }

  private void index(Schedule schedule) {
    schedules.put(schedule.id(), schedule);
    uids.add(schedule.uid());
  }
}
