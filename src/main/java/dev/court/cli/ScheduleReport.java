package dev.court.cli;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.PlanInWords;
import dev.court.schedule.FailureDiagnosis;
import dev.court.schedule.History;
import dev.court.schedule.ShowSchedule;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.schedule.alternative.OneOfEach;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.Screen;
import dev.court.terminal.View;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a schedule with its bookings and their attempts. */
final class ScheduleReport {
  private final Venue venue;
  private final Phrases phrases;
  private final PrintWriter out;
  private final Screen screen;

  ScheduleReport(Venue venue, PrintWriter out, Screen screen) {
    this.venue = venue;
    this.phrases = new Phrases(venue);
    this.out = out;
    this.screen = screen;
  }

  /**
   * A schedule with its bookings, for programs.
   *
   * @param attempts in the shape of {@code court history}
   * @param lost why bookings failed or were missed
   */
  record ScheduleDetailsJson(
      ScheduleJson schedule,
      List<ListedBookingJson> bookings,
      List<HistoryView.EntryJson> attempts,
      List<LostJson> lost) {}

  record LostJson(long bookingId, String why, String help) {}

  void print(ShowSchedule.ScheduleDetails details, Format format) {
    switch (format) {
      case table -> words(details);
      case json -> new Printer(screen, format).json(json(details));
      case ndjson ->
          new Printer(screen, format)
              .print(
                  List.of(details), new View<>(List.of(), ScheduleDetailsJson.class, this::json));
      case csv -> new Printer(screen, format).print(bookings(details), new Views(venue).bookings());
    }
  }

  private ScheduleDetailsJson json(ShowSchedule.ScheduleDetails details) {
    return new ScheduleDetailsJson(
        ScheduleJson.of(details.view(), venue),
        bookings(details).stream().map(one -> ListedBookingJson.of(one, venue)).toList(),
        details.bookings().stream().flatMap(one -> attempts(details, one)).toList(),
        details.bookings().stream().flatMap(ScheduleReport::lost).toList());
  }

  private Stream<HistoryView.EntryJson> attempts(
      ShowSchedule.ScheduleDetails details, ShowSchedule.BookingDetails booking) {
    HistoryView history = new HistoryView(venue);
    ScheduledBooking what = new ScheduledBooking(details.view().schedule(), booking.booking());
    return booking.attempts().stream()
        .map(
            one ->
                history.json(new History.HistoryEntry(one.sentAt(), what, Optional.of(one), null)));
  }

  private static Stream<LostJson> lost(ShowSchedule.BookingDetails booking) {
    return booking.diagnosis().stream()
        .map(one -> new LostJson(booking.booking().id(), one.why(), one.help()));
  }

  private static List<ScheduledBooking> bookings(ShowSchedule.ScheduleDetails details) {
    return details.bookings().stream()
        .map(one -> new ScheduledBooking(details.view().schedule(), one.booking()))
        .toList();
  }

  private void words(ShowSchedule.ScheduleDetails details) {
    Schedule schedule = details.view().schedule();
    line("schedule", schedule.id() + Phrases.named(schedule.asked()));
    line("when", PlanInWords.asked(schedule.asked(), venue.zone()));
    line("courts", phrases.courts(schedule.asked().courts()));
    line("duration", phrases.length(schedule.asked()));
    line("guests", schedule.asked().guests());
    schedule.asked().watch().ifPresent(watch -> line("if taken", Phrases.watch(watch)));
    line("status", details.view().status() + paused(schedule));
    line("added", phrases.timeAndZone(schedule.createdAt()));
    out.println();
    Map<Long, ShowSchedule.BookingDetails> byId =
        details.bookings().stream()
            .collect(Collectors.toMap(one -> one.booking().id(), Function.identity()));
    OneOfEach.occurrences(bookings(details)).forEach(one -> occurrence(schedule, one, byId));
  }

  /** What was sent for other times of it stands in the order of the times. */
  private void occurrence(
      Schedule schedule,
      OneOfEach.ShownOccurrence occurrence,
      Map<Long, ShowSchedule.BookingDetails> byId) {
    Booking shown = occurrence.shown().booking();
    heading(schedule, byId.get(shown.id()));
    for (Booking one : occurrence.all()) {
      ShowSchedule.BookingDetails details = byId.get(one.id());
      if (one.id() == shown.id()) {
        story(schedule, details);
      } else if (!details.attempts().isEmpty() || details.diagnosis().isPresent()) {
        fitting(
            "    %s  ".formatted(OccurrenceBookings.time(one)), one.status().word() + why(details));
        attempts(schedule, details);
      }
    }
  }

  private void heading(Schedule schedule, ShowSchedule.BookingDetails details) {
    Booking booking = details.booking();
    String result =
        details.diagnosis().isPresent()
            ? ""
            : new Views(venue).result(new ScheduledBooking(schedule, booking));
    fitting(
        phrases.time(booking.occurrence().start()) + "  ",
        "%s  opens %s%s"
            .formatted(
                booking.status().word(),
                phrases.time(booking.opening()),
                result.isEmpty() ? "" : "  " + result));
  }

  private static String why(ShowSchedule.BookingDetails details) {
    return details.diagnosis().map(one -> "  " + one.why()).orElse("");
  }

  private void attempts(Schedule schedule, ShowSchedule.BookingDetails details) {
    ScheduledBooking what = new ScheduledBooking(schedule, details.booking());
    details.attempts().forEach(one -> attempt(what, one));
  }

  private void story(Schedule schedule, ShowSchedule.BookingDetails details) {
    attempts(schedule, details);
    details.diagnosis().ifPresent(this::diagnosis);
  }

  private void diagnosis(FailureDiagnosis diagnosis) {
    fitting("    why:        ", diagnosis.why());
    fitting("    would help: ", diagnosis.help());
  }

  private void attempt(ScheduledBooking what, Attempt attempt) {
    fitting(
        "    ",
        "%s  %s  %s  %s"
            .formatted(
                phrases.moment(attempt.sentAt()),
                phrases.court(attempt.courtId()),
                phrases.late(what, attempt.lateMs()),
                HistoryView.answer(attempt)));
  }

  private String paused(Schedule schedule) {
    if (schedule.pausedUntil() == null) {
      return "";
    }
    return schedule.pausedUntil().equals(Schedule.FOREVER)
        ? ""
        : " (nothing before %s is booked)".formatted(phrases.time(schedule.pausedUntil()));
  }

  private void line(String heading, String text) {
    fitting("%-9s ".formatted(heading), text);
  }

  private void fitting(String head, String text) {
    screen.print(head, text, out);
  }
}
