package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Venue;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationDecision;
import dev.court.notification.ProblemReport;
import dev.court.run.RunReport;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.FailureDiagnosis;
import dev.court.schedule.ShowSchedule;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints what a run did; nothing when it did nothing. */
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
    List<BookingReport> shown =
        report.bookings().stream().filter(one -> isShown(one.decision())).toList();
    if (!shown.isEmpty()) {
      print(shown, format);
    }
    report
        .problem()
        .filter(one -> isShown(one.decision()))
        .map(ProblemReport::problem)
        .ifPresent(problem -> court.console().err().println("court: " + problem.getMessage()));
    report.expiryWarning().ifPresent(warning -> court.console().err().println(line(warning)));
    if (report.reopened() > 0) {
      court.console().err().println("court: " + reopened(report.reopened()));
    }
  }

  private void print(List<BookingReport> shown, Format format) {
    if (format == Format.table) {
      printLines(shown);
    } else {
      new Printer(court.screen(), format)
          .print(shown.stream().map(BookingReport::what).toList(), new Views(venue).bookings());
    }
  }

  static String reopened(int count) {
    return "the clock of this machine was wrong: %s again, reported as missed or lost before its time"
        .formatted(count == 1 ? "1 booking waits" : count + " bookings wait")
        .replace("its time", count == 1 ? "its time" : "their time");
  }

  private void printLines(List<BookingReport> shown) {
    Map<Long, FailureDiagnosis> diagnoses = diagnoses(shown);
    shown.forEach(one -> print(one, Optional.ofNullable(diagnoses.get(one.what().booking().id()))));
  }

  /** Why each that was lost was lost, by the id of its booking. */
  Map<Long, FailureDiagnosis> diagnoses(List<BookingReport> shown) {
    return show.get().diagnoses(shown.stream().map(BookingReport::what).toList());
  }

  private void print(BookingReport told, Optional<FailureDiagnosis> diagnosis) {
    court.out().println(line(told, diagnosis));
    diagnosis.ifPresent(
        it ->
            court.say(
                "Would help schedule %s: %s".formatted(told.what().schedule().id(), it.help())));
  }

  private String line(ExpiryWarning warning) {
    return "court: " + phrase(warning);
  }

  String phrase(ExpiryWarning warning) {
    return phrases.expiryWarning(warning);
  }

  /** A person at a terminal is also told what cron was told before. */
  boolean isShown(NotificationDecision decision) {
    return decision.isTold() || isAttended();
  }

  private boolean isAttended() {
    return court.console().isTerminal() || court.global().verbose;
  }

  private String line(BookingReport told, Optional<FailureDiagnosis> diagnosis) {
    return "%-8s %s".formatted(word(told.outcome()), details(told, diagnosis));
  }

  /** The time of a booking and what became of it. */
  String details(BookingReport told, Optional<FailureDiagnosis> diagnosis) {
    String result = diagnosis.map(FailureDiagnosis::why).orElseGet(() -> result(told));
    return phrases.timeAndZone(told.what().booking().occurrence().start())
        + (result.isEmpty() ? "" : "  " + result);
  }

  private String result(BookingReport told) {
    return isTroubleOnWatch(told)
        ? trouble(told.what().booking())
        : new Views(venue).result(told.what());
  }

  /** The watch was told before; what went wrong during it is new. */
  private static boolean isTroubleOnWatch(BookingReport told) {
    return told.what().booking().result().watched()
        && !(told.outcome() instanceof Outcome.Watching);
  }

  private static String trouble(Booking booking) {
    String reason = booking.result().lastError();
    return reason == null ? "" : reason;
  }

  static String word(Outcome outcome) {
    return switch (outcome.status()) {
      case MISSED -> "missed";
      case SUCCESS -> "booked";
      case FAILED -> "lost";
      case UNKNOWN -> "unknown";
      default -> "waiting";
    };
  }
}
