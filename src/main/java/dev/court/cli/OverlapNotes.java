package dev.court.cli;

import dev.court.schedule.Overlap;
import java.util.List;

/** Prints which other schedules of the account are for the same time. */
final class OverlapNotes {
  private final CourtCommand court;
  private final Phrases phrases;

  OverlapNotes(CourtCommand court, Phrases phrases) {
    this.court = court;
    this.phrases = phrases;
  }

  void print(List<Overlap> overlaps) {
    overlaps.forEach(overlap -> court.say(note(overlap)));
  }

  private String note(Overlap overlap) {
    return "note: schedule %s is for %s too%s: both will be booked"
        .formatted(
            overlap.other().id(),
            phrases.time(overlap.first().start()),
            overlap.more() == 0
                ? ""
                : ", and for %s more of these times".formatted(overlap.more()));
  }
}
