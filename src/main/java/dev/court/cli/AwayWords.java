package dev.court.cli;

import dev.court.booking.AwayDays;
import dev.court.booking.AwayDays.AwayPeriod;
import dev.court.planning.words.DayWords;
import java.util.stream.Collectors;

/** Says when a person is away. */
final class AwayWords {
  private AwayWords() {}

  /** Such as "Sun 20 Dec 2026 - Sun 3 Jan 2027"; one day alone is said once. */
  static String days(AwayDays days) {
    return DayWords.words(days);
  }

  /** Such as ", except schedule 3 and schedule 5"; empty where there is no exception. */
  static String except(AwayPeriod period) {
    return period.exceptIds().isEmpty()
        ? ""
        : period.exceptIds().stream()
            .map(id -> "schedule " + id)
            .collect(Collectors.joining(" and ", ", except ", ""));
  }

  /** For a list of what is booked. */
  static String note(AwayPeriod period, String owner) {
    return "note: %saway %s: nothing is booked that would be played then%s"
        .formatted(owner.isEmpty() ? "" : owner + " is ", days(period.days()), except(period));
  }
}
