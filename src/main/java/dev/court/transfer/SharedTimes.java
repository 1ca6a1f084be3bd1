package dev.court.transfer;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether two requests are for the same time at some time of the next year. It remembers the
 * starts of each plan, because each entry of a long file is compared with many schedules.
 */
final class SharedTimes {
  private static final Duration LOOKED_AHEAD = Duration.ofDays(366);
  private static final int MOST_STARTS = 400;

  private final Venue venue;
  private final Instant now;
  private final Map<Plan, List<Instant>> starts = new HashMap<>();

  SharedTimes(Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  boolean areShared(ScheduleRequest one, ScheduleRequest other) {
    List<Instant> ones = starts(one.plan());
    List<Instant> others = starts(other.plan());
    int i = 0;
    int j = 0;
    while (i < ones.size() && j < others.size()) {
      if (!ones.get(i).plus(one.duration()).isAfter(others.get(j))) {
        i++;
      } else if (!others.get(j).plus(other.duration()).isAfter(ones.get(i))) {
        j++;
      } else {
        return true;
      }
    }
    return false;
  }

  private List<Instant> starts(Plan plan) {
    return starts.computeIfAbsent(
        plan,
        any ->
            new Occurrences(plan, venue)
                .between(now, now.plus(LOOKED_AHEAD), MOST_STARTS).stream()
                    .map(Occurrence::instant)
                    .toList());
  }
}
