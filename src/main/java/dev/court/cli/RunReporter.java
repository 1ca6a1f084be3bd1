package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Venue;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationDecision;
import dev.court.notification.ProblemReport;
import dev.court.run.RunReport;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.FailureDiagnosis;
import dev.court.schedule.ShowSchedule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Prints what a run did; nothing when it did nothing. */
final class RunReporter {
  private static final Set<BookingStatus> LOST =
      EnumSet.of(BookingStatus.FAILED, BookingStatus.MISSED);

  private final CourtCommand court;
  private final Supplier<ShowSchedule> show;
  private final Venue venue;
  private final Phrases phrases;
  private final String account;
  private final String owner;

  /**
   * A reporter for one of several accounts.
   *
   * @param account its name, which stands in each line; empty where there is only one
   * @param owner its name, which is in the remedies
   */
  RunReporter(CourtCommand court, Supplier<ShowSchedule> show, String account, String owner) {
    this.account = account;
    this.owner = owner;
    this.court = court;
    this.venue = court.venue();
    this.show = show;
    this.phrases = new Phrases(venue);
  }

  /** Lines of text, of bookings and of what else there is to say. */
  void print(RunReport report) {
    List<BookingReport> shown = shown(report);
    if (!shown.isEmpty()) {
      printLines(shown);
    }
    say(report);
  }

  /** The bookings that are to be shown. */
  List<BookingReport> shown(RunReport report) {
    return report.bookings().stream().filter(one -> isShown(one.decision())).toList();
  }

  /** What there is to say beside the bookings. */
  void say(RunReport report) {
    report
        .problem()
        .filter(one -> isShown(one.decision()))
        .map(ProblemReport::problem)
        .ifPresent(problem -> warn(problem.getMessage()));
    report.expiryWarning().ifPresent(warning -> warn(phrase(warning)));
    if (report.reopened() > 0) {
      warn(reopened(report.reopened()));
    }
  }

  private void warn(String words) {
    court.console().err().println("court: " + (account.isEmpty() ? "" : account + ": ") + words);
  }

  static String reopened(int count) {
    return "the clock of this machine was wrong: %s again, reported as missed or lost before its time"
        .formatted(count == 1 ? "1 booking waits" : count + " bookings wait")
        .replace("its time", count == 1 ? "its time" : "their time");
  }

  private void printLines(List<BookingReport> shown) {
    Map<Long, FailureDiagnosis> diagnoses = diagnoses(shown);
    RunHints hints = new RunHints();
    for (BookingReport one : shown) {
      Optional<FailureDiagnosis> diagnosis =
          Optional.ofNullable(diagnoses.get(one.what().booking().id()));
      court
          .screen()
          .print("%-8s ".formatted(word(one.outcome())), line(one, diagnosis), court.out());
      diagnosis
          .filter(it -> one.isHelpTold())
          .ifPresent(it -> hints.add(one.what().schedule().id(), it.help()));
    }
    hints.lines().forEach(court::say);
  }

  /** Why each that was lost was lost, by the id of its booking. */
  Map<Long, FailureDiagnosis> diagnoses(List<BookingReport> shown) {
    return show.get().diagnoses(shown.stream().map(BookingReport::what).toList());
  }

  String phrase(ExpiryWarning warning) {
    return phrases.expiryWarning(warning, owner);
  }

  /** A person at a terminal is also told what cron was told before. */
  boolean isShown(NotificationDecision decision) {
    return decision.isTold() || isAttended();
  }

  private boolean isAttended() {
    return court.console().isTerminal() || court.global().verbose;
  }

  private String line(BookingReport told, Optional<FailureDiagnosis> diagnosis) {
    return (account.isEmpty() ? "" : account + "  ") + details(told, diagnosis);
  }

  /** The time of a booking and what became of it. */
  String details(BookingReport told, Optional<FailureDiagnosis> diagnosis) {
    String result = diagnosis.map(FailureDiagnosis::why).orElseGet(() -> result(told));
    if (told.outcome() instanceof Outcome.PassedOn passed) {
      result = result.replaceFirst("\\.$", "") + "; " + passed.to();
    }
    return when(told) + (result.isEmpty() ? "" : "  " + result);
  }

  /** A loss is told with all times of its occurrence. */
  private String when(BookingReport told) {
    return LOST.contains(told.outcome().status()) && !(told.outcome() instanceof Outcome.PassedOn)
        ? phrases.times(told.what())
        : phrases.timeAndZone(told.what().booking().occurrence().start());
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
      case SUCCESS -> outcome.reason() == null ? "booked" : "held";
      case FAILED -> outcome instanceof Outcome.PassedOn ? "taken" : "lost";
      case UNKNOWN -> "unknown";
      default -> "waiting";
    };
  }
}
