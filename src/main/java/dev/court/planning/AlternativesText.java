package dev.court.planning;

import dev.court.booking.AlternativeTimes;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.recurrence.RecurrenceRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads alternative times as people type them, and says which of them a request cannot have. */
public final class AlternativesText {
  /** The grid of the slots is the same each day. */
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  private AlternativesText() {}

  /**
   * Such as {@code 17:30,18:00}.
   *
   * @param text null for {@code fallback}; nothing for none
   * @throws InvalidRequest when one of them is no time of day
   */
  static AlternativeTimes times(String text, AlternativeTimes fallback) {
    if (text == null) {
      return fallback;
    }
    return text.isBlank()
        ? AlternativeTimes.NONE
        : new AlternativeTimes(
            Arrays.stream(text.split(",", -1)).map(String::strip).map(TimeText::time).toList());
  }

  /**
   * Refuses alternatives that cannot be tried one after the other.
   *
   * @throws InvalidRequest that says why
   */
  static void check(ScheduleRequest asked, Venue venue) {
    asked.alternatives().times().forEach(time -> venue.checked(ANY_DAY.atTime(time)));
    check(asked);
  }

  private static void check(ScheduleRequest asked) {
    if (!asked.isEither()) {
      return;
    }
    List<LocalTime> times = asked.alternatives().times();
    if (times.size() > AlternativeTimes.MOST) {
      throw new InvalidRequest(
          "--or takes %s times at most, not %s".formatted(AlternativeTimes.MOST, times.size()));
    }
    if (asked.strategy() == Strategy.SPLIT) {
      throw new InvalidRequest(
          "--or is for one reservation, and --strategy split makes several: leave one of them out");
    }
    checkOrder(preferred(asked.plan()), times);
  }

  /** The same request, without alternatives that do not suit its plan. */
  public static ScheduleRequest fitting(ScheduleRequest asked) {
    try {
      check(asked);
      return asked;
    } catch (InvalidRequest e) {
      return asked.without();
    }
  }

  /**
   * The time of day that a plan prefers.
   *
   * @throws InvalidRequest when it has several times a day, which no alternatives go with
   */
  public static LocalTime preferred(Plan plan) {
    Collection<LocalTime> all =
        plan instanceof Plan.Recurring recurring
            ? RecurrenceRule.parse(recurring.rrule()).times(recurring.dtstart().toLocalTime())
            : List.of(((Plan.OneOff) plan).at().toLocalTime());
    if (all.size() > 1) {
      throw new InvalidRequest(
          "--or says what would do in place of one time, and the rule has %s times a day: add a schedule for each of them"
              .formatted(all.size()));
    }
    return all.iterator().next();
  }

  private static void checkOrder(LocalTime preferred, List<LocalTime> times) {
    Set<LocalTime> named = new HashSet<>(Set.of(preferred));
    LocalTime before = preferred;
    for (LocalTime time : times) {
      if (!named.add(time)) {
        throw new InvalidRequest("%s is named twice: leave one of them out".formatted(time));
      }
      if (time.isBefore(before)) {
        throw new InvalidRequest(
            "%s opens before %s, when nobody knows yet whether %2$s is lost: name the times of a day from the earliest to the latest"
                .formatted(time, before));
      }
      before = time;
    }
  }
}
