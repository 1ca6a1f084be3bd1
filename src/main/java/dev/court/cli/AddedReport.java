package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.planning.PlanInWords;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ScheduleView;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Prints how a new schedule was understood. */
final class AddedReport {
  private final CourtCommand court;
  private final Phrases phrases;

  AddedReport(CourtCommand court) {
    this.court = court;
    this.phrases = new Phrases(court.venue());
  }

  void print(AddSchedule.Added added, Format format) {
    if (format != Format.table) {
      new Printer(court.screen(), format)
          .print(List.of(view(added)), new Views(court.venue()).schedules());
    } else if (!court.isQuiet()) {
      show(added, court.out());
    } else if (isStored(added)) {
      court.out().println(added.schedule().id());
    }
    new OverlapNotes(court, phrases).print(added.overlaps(), added.unwinnable());
  }

  private static boolean isStored(AddSchedule.Added added) {
    return added.schedule().id() != 0;
  }

  private ScheduleView view(AddSchedule.Added added) {
    return new ScheduleView(
        added.schedule(),
        added.next().stream().map(ScheduledBooking::booking).findFirst(),
        List.of(),
        List.of(),
        BookingStatus.PENDING.word());
  }

  /** Shows in words what was understood. */
  void show(AddSchedule.Added added, PrintWriter out) {
    String title = isStored(added) ? "Schedule " + added.schedule().id() : "Would add";
    show(title, added.schedule().asked(), added.next(), out);
  }

  /** Shows a request in words, with its next bookings. */
  void show(String title, ScheduleRequest asked, List<ScheduledBooking> next, PrintWriter out) {
    fitting(
        title + ": ",
        "%s, %s, %s%s"
            .formatted(
                PlanInWords.asked(asked, court.venue().zone()),
                phrases.courts(asked.courts()),
                phrases.length(asked),
                Phrases.named(asked)),
        out);
    Instant now = court.clock().instant();
    asked.watch().ifPresent(watch -> fitting("  if taken, ", Phrases.watch(watch), out));
    next.forEach(one -> fitting("  ", line(one, now), out));
  }

  private void fitting(String head, String text, PrintWriter out) {
    court.screen().print(head, text, out);
  }

  private String line(ScheduledBooking next, Instant now) {
    if (next.schedule().isAwayAt(next.booking())) {
      return phrases.timeAndZone(next.booking().occurrence().start())
          + "  not booked: you are away";
    }
    String note = phrases.notes(next, now);
    return "%s  %s%s"
        .formatted(
            phrases.timeAndZone(next.booking().occurrence().start()),
            phrases.opens(next, now),
            note.isEmpty() ? "" : "  (" + note + ")");
  }
}
