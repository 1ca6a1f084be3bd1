package dev.court.schedule;

import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the schedules that are for the same time as another one: those of its own account, and
 * those of other people who want one of its courts.
 */
public final class OverlapFinder {
  /** A house. In a club, others want the same courts all the time. */
  private static final int MOST_ACCOUNTS = 12;

  private final Store store;
  private final OverlapRule rule;

  public OverlapFinder(Store store, Venue venue, Instant now) {
    this.store = store;
    this.rule = new OverlapRule(venue, now);
  }

  /** The schedules that overlap {@code mine}, each once. */
  List<Overlap> with(Schedule mine) {
    List<Overlap> all = new ArrayList<>(with(mine, present(mine.accountId(), mine)));
    List<String> accounts = store.accounts().names();
    if (accounts.size() <= MOST_ACCOUNTS) {
      accounts.forEach(account -> all.addAll(contests(mine, account)));
    }
    return all;
  }

  private List<Schedule> present(long account, Schedule mine) {
    return store.schedules().all(account).stream()
        .filter(other -> other.id() != mine.id() && !other.removed())
        .toList();
  }

  private List<Overlap> contests(Schedule mine, String account) {
    long id = store.accounts().find(account).orElseThrow();
    return id == mine.accountId()
        ? List.of()
        : present(id, mine).stream().flatMap(other -> contest(mine, other, account)).toList();
  }

  private Stream<Overlap> contest(Schedule mine, Schedule other, String account) {
    List<String> wanted = other.asked().courts().courtIds();
    List<String> both = mine.asked().courts().courtIds().stream().filter(wanted::contains).toList();
    return both.isEmpty()
        ? Stream.empty()
        : with(mine, List.of(other)).stream()
            .map(one -> one.with(new Overlap.Contest(account, both)));
  }

  /** Those of {@code others} that overlap {@code mine}. */
  public List<Overlap> with(Schedule mine, List<Schedule> others) {
    return others.stream()
        .flatMap(other -> rule.between(mine, other, store.bookings().of(other)).stream())
        .toList();
  }
}
