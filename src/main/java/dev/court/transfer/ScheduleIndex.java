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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is there while files are taken in, and what comes to it; within one transaction. */
final class ScheduleIndex {
  private static final int LONGEST_UID = 300;

  private final Venue venue;
  private final Store store;
  private final Instant now;
  private final long account;
  private final DuplicateCheck play;
  private final Map<Long, Schedule> schedules = new LinkedHashMap<>();
  private final Set<String> uids = new HashSet<>();

  ScheduleIndex(Workspace workspace, Store store) {
    this.venue = workspace.venue();
    this.store = store;
    this.now = workspace.now();
    this.account = workspace.accountId(store);
    this.play = new DuplicateCheck(venue, now);
    store.schedules().all(account).forEach(this::know);
  }

  /** Whether there is a schedule for the same play. */
  boolean hasPlay(ScheduleRequest asked, boolean saysStart) {
    return schedules.values().stream()
        .anyMatch(one -> !one.removed() && play.is(asked, one.asked(), saysStart));
  }

  Set<Long> ids() {
    return Set.copyOf(schedules.keySet());
  }

  /** The schedule that came in under that name, unless it was removed. */
  Optional<Schedule> called(String uid) {
    return schedules.values().stream()
        .filter(one -> !one.removed() && one.uid().equals(uid))
        .findFirst();
  }

  /**
   * Keeps one, with its bookings for the next weeks.
   *
   * @param uid what it is called where it comes from; null when nothing is known, and not kept when
   *     another has the name, as one that was removed
   */
  Schedule add(ScheduleRequest asked, String uid) {
    long id = store.schedules().add(account, asked, now, venue.zone().getId());
    if (uid != null && !uid.isEmpty() && uid.length() <= LONGEST_UID && !uids.contains(uid)) {
      store.schedules().recordUid(id, uid);
    }
    Schedule schedule = store.schedules().find(account, id).orElseThrow();
    new BookingMaterializer(venue, store, now).materialize(schedule, now);
    know(schedule);
    return schedule;
  }

  private void know(Schedule schedule) {
    schedules.put(schedule.id(), schedule);
    uids.add(schedule.uid());
  }
}
