package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ChangeSchedules;

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
  void print(String verb, ChangeSchedules.Changed changed) {
    Schedule schedule = changed.view().schedule();
    if (!court.global().quiet) {
      court
          .out()
          .printf(
              "%s schedule %s: %s, %s, %s%s%n",
              verb,
              schedule.id(),
              PlanInWords.plan(schedule.asked().plan(), court.venue().zone()),
              phrases.courts(schedule.asked().courts()),
              phrases.length(schedule.asked()),
              next(changed));
    }
    changed.stillHeld().forEach(this::printHeld);
    new OverlapNotes(court, phrases).print(changed.overlaps());
  }

  private String next(ChangeSchedules.Changed changed) {
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

  private void printHeld(Booking booking) {
    court.say(
        booking.status() == BookingStatus.SUCCESS
            ? "note: %s on %s is booked already, for %s, and stays: only Atrium can cancel it"
                .formatted(
                    phrases.bookedCourt(booking),
                    phrases.time(booking.occurrence().start()),
                    Phrases.minutes(booking.duration()))
            : "note: %s is being booked at this moment and may still go through"
                .formatted(phrases.time(booking.occurrence().start())));
  }
}
