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
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.Screen;
import dev.court.terminal.View;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the story of a schedule. */
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
   * @param attempts as history gives them
   * @param lost why bookings came to nothing
   */
  record ScheduleStoryJson(
      ScheduleJson schedule,
      List<ListedBookingJson> bookings,
      List<HistoryView.EntryJson> attempts,
      List<LostJson> lost) {}

  record LostJson(long bookingId, String why, String help) {}

  void print(ShowSchedule.ScheduleDetails story, Format format) {
    switch (format) {
      case table -> words(story);
      case json -> new Printer(screen, format).json(json(story));
      case ndjson ->
          new Printer(screen, format)
              .print(List.of(story), new View<>(List.of(), ScheduleStoryJson.class, this::json));
      case csv -> new Printer(screen, format).print(bookings(story), new Views(venue).bookings());
    }
  }

  private ScheduleStoryJson json(ShowSchedule.ScheduleDetails story) {
    return new ScheduleStoryJson(
        ScheduleJson.of(story.view(), venue),
        bookings(story).stream().map(one -> ListedBookingJson.of(one, venue)).toList(),
        story.bookings().stream().flatMap(chapter -> attempts(story, chapter)).toList(),
        story.bookings().stream().flatMap(ScheduleReport::lost).toList());
  }

  private Stream<HistoryView.EntryJson> attempts(
      ShowSchedule.ScheduleDetails story, ShowSchedule.BookingDetails chapter) {
    HistoryView history = new HistoryView(venue);
    ScheduledBooking what = new ScheduledBooking(story.view().schedule(), chapter.booking());
    return chapter.attempts().stream()
        .map(one -> history.json(new History.HistoryEntry(one.sentAt(), what, Optional.of(one))));
  }

  private static Stream<LostJson> lost(ShowSchedule.BookingDetails chapter) {
    return chapter.diagnosis().stream()
        .map(back -> new LostJson(chapter.booking().id(), back.why(), back.help()));
  }

  private static List<ScheduledBooking> bookings(ShowSchedule.ScheduleDetails story) {
    return story.bookings().stream()
        .map(chapter -> new ScheduledBooking(story.view().schedule(), chapter.booking()))
        .toList();
  }

  private void words(ShowSchedule.ScheduleDetails story) {
    Schedule schedule = story.view().schedule();
    line("schedule", schedule.id() + named(schedule));
    line("when", PlanInWords.plan(schedule.asked().plan(), venue.zone()));
    line("courts", phrases.courts(schedule.asked().courts()));
    line("duration", phrases.length(schedule.asked()));
    line("guests", schedule.asked().guests());
    schedule.asked().watch().ifPresent(watch -> line("if taken", Phrases.watch(watch)));
    line("status", story.view().status() + paused(schedule));
    line("added", phrases.timeAndZone(schedule.createdAt()));
    out.println();
    story.bookings().forEach(chapter -> chapter(schedule, chapter));
  }

  private void chapter(Schedule schedule, ShowSchedule.BookingDetails chapter) {
    Booking booking = chapter.booking();
    String result =
        chapter.diagnosis().isPresent()
            ? ""
            : new Views(venue).result(new ScheduledBooking(schedule, booking));
    out.printf(
        "%s  %s  opens %s%s%n",
        phrases.time(booking.occurrence().start()),
        booking.status().word(),
        phrases.time(booking.opening()),
        result.isEmpty() ? "" : "  " + result);
    chapter.attempts().forEach(this::attempt);
    chapter.diagnosis().ifPresent(this::diagnosis);
  }

  private void diagnosis(FailureDiagnosis back) {
    out.printf("    why:        %s%n", back.why());
    out.printf("    would help: %s%n", back.help());
  }

  private void attempt(Attempt attempt) {
    out.printf(
        "    %s  %s  %s  %s%n",
        phrases.moment(attempt.sentAt()),
        phrases.court(attempt.courtId()),
        Phrases.late(attempt.lateMs()),
        HistoryView.answer(attempt));
  }

  private String paused(Schedule schedule) {
    if (schedule.pausedUntil() == null) {
      return "";
    }
    return schedule.pausedUntil().equals(Schedule.FOREVER)
        ? ""
        : " (nothing before %s is booked)".formatted(phrases.time(schedule.pausedUntil()));
  }

  private static String named(Schedule schedule) {
    return schedule.asked().name() == null ? "" : " (" + schedule.asked().name() + ")";
  }

  private void line(String heading, String text) {
    out.printf("%-9s %s%n", heading, text);
  }
}
