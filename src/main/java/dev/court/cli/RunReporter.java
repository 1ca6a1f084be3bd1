package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Venue;
import dev.court.run.RunReport;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.FailureDiagnosis;
import dev.court.schedule.ShowSchedule;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what a run did; nothing when there is nothing to say. */
final class RunReporter {
  private final CourtCommand court;
  private final Supplier<ShowSchedule> show;
  private final Venue venue;
  private final Phrases phrases;

  RunReporter(CourtCommand court, Supplier<ShowSchedule> show) {
    this.court = court;
    this.venue = court.venue();
    this.show = show;
    this.phrases = new Phrases(venue);
  }

  void print(RunReport report, Format format) {
    List<RunReport.BookingReport> news =
        report.told().stream().filter(told -> told.isNews() || isAttended()).toList();
    if (format == Format.table) {
      news.forEach(this::tell);
    } else if (!news.isEmpty()) {
      new Printer(court.screen(), format)
          .print(
              news.stream().map(RunReport.BookingReport::what).toList(),
              new Views(venue).bookings());
    }
    report
        .problem()
        .filter(problem -> report.isNews() || isAttended())
        .ifPresent(problem -> court.console().err().println("court: " + problem.getMessage()));
    report.forewarning().ifPresent(warning -> court.console().err().println(line(warning)));
  }

  private void tell(RunReport.BookingReport told) {
    Optional<FailureDiagnosis> back = show.get().hindsight(told.what());
    court.out().println(line(told, back));
    back.ifPresent(
        it ->
            court.say(
                "Would help schedule %s: %s".formatted(told.what().schedule().id(), it.help())));
  }

  private String line(ExpiryWarning warning) {
    return "court: " + phrases.forewarning(warning);
  }

  /** A person who looks on wants to hear again what cron was told already. */
  private boolean isAttended() {
    return court.console().isTerminal() || court.global().verbose;
  }

  private String line(RunReport.BookingReport told, Optional<FailureDiagnosis> back) {
    Booking booking = told.what().booking();
    String result = back.map(FailureDiagnosis::why).orElseGet(() -> result(told));
    return "%-8s %s%s"
        .formatted(
            word(told.outcome()),
            phrases.timeAndZone(booking.occurrence().start()),
            result.isEmpty() ? "" : "  " + result);
  }

  private String result(RunReport.BookingReport told) {
    return isTroubleOnWatch(told)
        ? trouble(told.what().booking())
        : new Views(venue).result(told.what());
  }

  /** That it is watched was told before; what came in between is the news. */
  private static boolean isTroubleOnWatch(RunReport.BookingReport told) {
    return told.what().booking().result().watched()
        && told.outcome().filter(Outcome.Watching.class::isInstance).isEmpty();
  }

  private static String trouble(Booking booking) {
    String reason = booking.result().lastError();
    return reason == null ? "" : reason;
  }

  private static String word(Optional<Outcome> outcome) {
    if (outcome.isEmpty()) {
      return "missed";
    }
    if (outcome.get() instanceof Outcome.Won) {
      return "booked";
    }
    if (outcome.get() instanceof Outcome.Lost) {
      return "lost";
    }
    return outcome.get() instanceof Outcome.Unresolved ? "unknown" : "waiting";
  }
}
