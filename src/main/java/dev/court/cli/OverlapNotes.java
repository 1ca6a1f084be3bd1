package dev.court.cli;

import dev.court.schedule.Overlap;
import dev.court.schedule.Unwinnable;
import java.util.List;

/** Prints which other schedules of the account are for the same time. */
final class OverlapNotes {
  private final CourtCommand court;
  private final Phrases phrases;

  OverlapNotes(CourtCommand court, Phrases phrases) {
    this.court = court;
    this.phrases = phrases;
  }

  void print(List<Overlap> overlaps, List<Unwinnable> unwinnable) {
    String promise = unwinnable.isEmpty() ? ": both will be booked" : "";
    overlaps.forEach(overlap -> court.say(note(overlap) + promise));
    unwinnable.forEach(one -> court.say(note(one)));
  }

  private String note(Unwinnable unwinnable) {
    return "note: schedule %s cannot get %s%s: %s"
        .formatted(
            unwinnable.first().schedule().id(),
            phrases.time(unwinnable.first().booking().occurrence().start()),
            unwinnable.more() == 0
                ? ""
                : " and %s more of its next times".formatted(unwinnable.more()),
            unwinnable.reason());
  }

  private String note(Overlap overlap) {
    return "note: schedule %s is for %s too%s"
        .formatted(
            overlap.other().id(),
            phrases.time(overlap.first().start()),
            overlap.more() == 0
                ? ""
                : ", and for %s more of these times".formatted(overlap.more()));
  }
}
