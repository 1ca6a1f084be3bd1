package dev.court.cli;

import dev.court.schedule.Overlap;
import dev.court.schedule.house.Unwinnable;
import java.util.List;
import java.util.stream.Collectors;

/** Prints which other schedules are for the same time: one's own, and those of other people. */
public final class OverlapNotes {
  private final CourtCommand court;
  private final Phrases phrases;

  public OverlapNotes(CourtCommand court, Phrases phrases) {
    this.court = court;
    this.phrases = phrases;
  }

  public void print(List<Overlap> overlaps, List<Unwinnable> unwinnable) {
    String promise = unwinnable.isEmpty() ? ": both will be booked" : "";
    overlaps.forEach(
        overlap -> court.say(note(overlap) + overlap.contest().map(this::words).orElse(promise)));
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

  private String words(Overlap.Contest contest) {
    return ": both want %s, and a court goes to one of them"
        .formatted(
            contest.courts().stream().map(phrases::court).collect(Collectors.joining(" and ")));
  }

  private String note(Overlap overlap) {
    return "note: schedule %s%s is for %s too%s"
        .formatted(
            overlap.other().id(),
            overlap.contest().map(one -> " of account " + one.account()).orElse(""),
            phrases.time(overlap.first().start()),
            overlap.more() == 0
                ? ""
                : ", and for %s more of these times".formatted(overlap.more()));
  }
}
