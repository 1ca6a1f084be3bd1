package dev.court.transfer;

import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.planning.RequestMaker;
import dev.court.transfer.ImportResult.Difference;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds the schedule that each entry of a list is about. An exported entry names it by its UID. One
 * without a UID that is known is about a schedule of the same times, courts and length; and if it
 * has no UID at all, about the only schedule whose times it shares and that no other entry is
 * about. No schedule is what two entries are about, so that a copied entry is one more.
 */
final class EntryMatcher {
  private final List<Schedule> schedules;
  private final DuplicateCheck duplicates;
  private final SharedTimes times;
  private final RequestMaker maker;
  private final Instant now;
  private final Map<ListedEntry, MatchedEntry> matches = new HashMap<>();
  private final Set<Long> claimed = new HashSet<>();

  EntryMatcher(
      List<Schedule> schedules,
      DuplicateCheck duplicates,
      SharedTimes times,
      RequestMaker maker,
      Instant now) {
    this.schedules = schedules;
    this.duplicates = duplicates;
    this.times = times;
    this.maker = maker;
    this.now = now;
  }

  /**
   * The schedule that an entry is about.
   *
   * @param over what is asked for after the entry is taken
   * @param differences empty when the schedule is as the entry says
   */
  record MatchedEntry(Schedule schedule, ScheduleRequest over, List<Difference> differences) {
    boolean isAlike() {
      return differences.isEmpty();
    }
  }

  /** By entry; an entry that is about no schedule is left out. */
  Map<ListedEntry, MatchedEntry> match(List<ListedEntry> entries) {
    for (boolean isAlike : List.of(true, false)) {
      entries.forEach(one -> claim(one, ListedEntry::isOf, isAlike));
    }
    for (boolean isAlike : List.of(true, false)) {
      entries.forEach(one -> claim(one, this::isEqual, isAlike));
    }
    entries.stream().filter(one -> one.entry().uid() == null).forEach(this::claimShared);
    return matches;
  }

  private void claim(
      ListedEntry entry, BiPredicate<ListedEntry, Schedule> isAbout, boolean isAlike) {
    if (matches.containsKey(entry)) {
      return;
    }
    free()
        .filter(one -> isAbout.test(entry, one))
        .map(one -> matched(entry, one))
        .filter(one -> !isAlike || one.isAlike())
        .findFirst()
        .ifPresent(one -> keep(entry, one));
  }

  private void claimShared(ListedEntry entry) {
    if (matches.containsKey(entry)) {
      return;
    }
    List<Schedule> shared =
        free()
            .filter(one -> one.asked().plan().type().equals(entry.asked().plan().type()))
            .filter(one -> times.areShared(entry.asked(), one.asked()))
            .limit(2)
            .toList();
    if (shared.size() == 1) {
      keep(entry, matched(entry, shared.get(0)));
    }
  }

  private Stream<Schedule> free() {
    return schedules.stream().filter(one -> !claimed.contains(one.id()));
  }

  private void keep(ListedEntry entry, MatchedEntry match) {
    matches.put(entry, match);
    claimed.add(match.schedule().id());
  }

  private MatchedEntry matched(ListedEntry entry, Schedule schedule) {
    ScheduleRequest over = entry.over(schedule, duplicates, maker);
    return new MatchedEntry(schedule, over, entry.differences(schedule, over, now));
  }

  private boolean isEqual(ListedEntry entry, Schedule schedule) {
    return duplicates.isSame(entry.asked(), schedule.asked(), entry.entry().hasStart());
  }
}
