package dev.court.cli;

import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.operation.AddSchedule;
import dev.court.operation.InWords;
import dev.court.operation.Operations;
import dev.court.operation.ScheduleView;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Says what was understood of a new schedule. */
final class AddedReport {
  private final CourtCommand court;
  private final Operations operations;
  private final Phrases phrases;

  AddedReport(CourtCommand court, Operations operations) {
    this.court = court;
    this.operations = operations;
    this.phrases = new Phrases(operations.settings().venue());
  }

  void print(AddSchedule.Added added, Format format) {
    if (format != Format.table) {
      new Printer(court.out(), format)
          .print(List.of(view(added)), new Views(operations.settings().venue()).schedules());
    } else if (court.global().quiet) {
      court.out().println(added.schedule().id());
    } else {
      words(added);
    }
    added.overlaps().forEach(this::pointOut);
  }

  private ScheduleView view(AddSchedule.Added added) {
    return new ScheduleView(
        added.schedule(),
        added.next().stream().map(ScheduledBooking::booking).findFirst(),
        "pending");
  }

  private void words(AddSchedule.Added added) {
    Schedule schedule = added.schedule();
    PrintWriter out = court.out();
    out.printf(
        "%s: %s, %s, %s%n",
        schedule.id() == 0 ? "Would add" : "Schedule " + schedule.id(),
        InWords.plan(schedule.asked().plan(), operations.settings().venue().zone()),
        phrases.courts(schedule.asked().courts()),
        Phrases.minutes(schedule.asked().duration()));
    Instant now = operations.clock().instant();
    added.next().forEach(next -> out.println("  " + line(next, now)));
  }

  private String line(ScheduledBooking next, Instant now) {
    String note = Phrases.clockChange(next.booking().occurrence());
    return "%s  %s%s"
        .formatted(
            phrases.timeAndZone(next.booking().occurrence().start()),
            phrases.opens(next.booking(), now),
            note.isEmpty() ? "" : "  (" + note + ")");
  }

  private void pointOut(ScheduledBooking other) {
    court.say(
        "note: schedule %s is for %s too: both will be booked"
            .formatted(other.schedule().id(), phrases.time(other.booking().occurrence().start())));
  }
}
