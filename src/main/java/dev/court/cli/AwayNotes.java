package dev.court.cli;

import dev.court.booking.AwayDays;
import dev.court.schedule.OwnerForecasts;
import java.util.function.Predicate;

/** Says beside a list when people are away, since what would be played then is not booked. */
final class AwayNotes {
  private final CourtCommand court;

  AwayNotes(CourtCommand court) {
    this.court = court;
  }

  void print(OwnerForecasts listed, Predicate<AwayDays> wanted) {
    listed.away().stream()
        .filter(one -> wanted.test(one.period().days()))
        .map(one -> AwayWords.note(one.period(), listed.areSeveral() ? one.account() : ""))
        .forEach(court::say);
  }
}
