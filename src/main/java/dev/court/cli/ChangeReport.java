package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.operation.ChangeSchedules;
import dev.court.operation.InWords;
import dev.court.operation.Operations;

/** Says what a change did, and what it could not undo. */
final class ChangeReport {
  private final CourtCommand court;
  private final Operations operations;
  private final Phrases phrases;

  ChangeReport(CourtCommand court, Operations operations) {
    this.court = court;
    this.operations = operations;
    this.phrases = new Phrases(operations.settings().venue());
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
              "%s schedule %s: %s%s%n",
              verb,
              schedule.id(),
              InWords.plan(schedule.asked().plan(), operations.settings().venue().zone()),
              next(changed));
    }
    changed.stillHeld().forEach(this::pointOut);
  }

  private String next(ChangeSchedules.Changed changed) {
    return changed
        .view()
        .next()
        .filter(booking -> booking.status() == BookingStatus.PENDING)
        .map(booking -> ", next " + phrases.timeAndZone(booking.occurrence().start()))
        .orElse("");
  }

  private void pointOut(Booking booking) {
    court.say(
        booking.status() == BookingStatus.SUCCESS
            ? "note: %s on %s is booked already and stays: cancel it at Atrium"
                .formatted(
                    phrases.court(booking.result().bookedCourtId()),
                    phrases.time(booking.occurrence().start()))
            : "note: %s is being booked at this moment and may still go through"
                .formatted(phrases.time(booking.occurrence().start())));
  }
}
