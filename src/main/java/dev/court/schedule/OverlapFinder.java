package dev.court.schedule;

import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;

/** Finds the schedules of an account that are for the same time as another one. */
public final class OverlapFinder {
  private final Store store;
  private final OverlapRule rule;

  public OverlapFinder(Store store, Venue venue, Instant now) {
    this.store = store;
    this.rule = new OverlapRule(venue, now);
  }

  /** The schedules that overlap {@code mine}, each once. */
  List<Overlap> with(Schedule mine) {
    return with(
        mine,
        store.schedules().all(mine.accountId()).stream()
            .filter(other -> other.id() != mine.id() && !other.removed())
            .toList());
  }

  /** Those of {@code others} that overlap {@code mine}. */
  public List<Overlap> with(Schedule mine, List<Schedule> others) {
    return others.stream()
        .flatMap(other -> rule.between(mine, other, store.bookings().of(other)).stream())
        .toList();
  }
}
