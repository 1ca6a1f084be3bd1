package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ChangedSchedule;
import dev.court.schedule.LeftLoss;
import dev.court.schedule.StillHeld;
import dev.court.text.ShellWord;

/** Prints what a change did, and which reservations stay. */
final class ChangeReport {
  private final CourtCommand court;
  private final Phrases phrases;

  ChangeReport(CourtCommand court) {
    this.court = court;
    this.phrases = new Phrases(court.venue());
  }

  /**
   * Prints one line, and one more for each reservation that stays.
   *
   * @param verb such as "Removed"
   */
  void print(String verb, ChangedSchedule changed) {
    Schedule schedule = changed.view().schedule();
    if (!court.isQuiet()) {
      String words =
          "%s, %s, %s%s"
              .formatted(
                  PlanInWords.asked(schedule.asked(), court.venue().zone()),
                  phrases.courts(schedule.asked().courts()),
                  phrases.length(schedule.asked()),
                  next(changed));
      court.screen().print("%s schedule %s: ".formatted(verb, schedule.id()), words, court.out());
    }
    printNotes(changed);
  }

  /** Prints the reservations that stay, and the schedules for the same time. */
  void printNotes(ChangedSchedule changed) {
    changed.stillHeld().forEach(this::printHeld);
    changed.lost().forEach(this::printLost);
    new OverlapNotes(court, phrases).print(changed.overlaps(), changed.unwinnable());
  }

  private String next(ChangedSchedule changed) {
    Schedule schedule = changed.view().schedule();
    if (schedule.removed()) {
      return "";
    }
    return changed
        .view()
        .next()
        .filter(booking -> !schedule.leavesOut(booking))
        .map(booking -> ", next " + phrases.timeAndZone(booking.occurrence().start()))
        .orElse("");
  }

  /** Says that a booking stays as it is. */
  void printHeld(StillHeld held) {
    Booking booking = held.booking();
    String time = phrases.time(booking.occurrence().start());
    court.say(
        "note: "
            + switch (booking.status()) {
              case SUCCESS ->
                  "%s on %s is booked already, for %s, and stays: %s"
                      .formatted(
                          phrases.bookedCourt(booking),
                          time,
                          Phrases.minutes(booking.duration()),
                          wayToCancel(booking));
              case UNKNOWN ->
                  "%s may be booked already, and stays unknown until a listing shows it:"
                          .formatted(time)
                      + " look at the portal, then court resolve %s".formatted(booking.id());
              default -> time + " is being booked at this moment" + underWay(held);
            });
  }

  /** Says that a time was lost; a run has not told it, since another time would have done. */
  void printLost(LeftLoss lost) {
    court.say(
        "note: %s was lost before: %s"
            .formatted(phrases.time(lost.booking().occurrence().start()), lost.why()));
  }

  private static String wayToCancel(Booking booking) {
    String id = booking.result().reservationId();
    return id == null
        ? "court reservations shows how to cancel it"
        : "court cancel %s gives it up".formatted(ShellWord.of(id));
  }

  private String underWay(StillHeld held) {
    Booking booking = held.booking();
    return held.isWantedOtherwise()
        ? " as it was, %s for %s: the change counts for it only if that books nothing"
            .formatted(phrases.courts(booking.courts()), Phrases.minutes(booking.duration()))
        : " and may still go through: then court cancel gives it up";
  }
}
