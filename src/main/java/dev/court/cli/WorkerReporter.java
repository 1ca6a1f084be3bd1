package dev.court.cli;

import dev.court.booking.Problem;
import dev.court.json.Json;
import dev.court.notification.BookingReport;
import dev.court.notification.ProblemReport;
import dev.court.run.RunReport;
import dev.court.run.accounts.AccountReport;
import dev.court.schedule.FailureDiagnosis;
import dev.court.schedule.ShowSchedule;
import dev.court.terminal.Format;
import dev.court.text.ControlCharacters;
import dev.court.text.IsoTime;
import dev.court.worker.WorkerListener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prints what a worker does, one line an event, on standard output. */
final class WorkerReporter implements WorkerListener {
  private final CourtCommand court;
  private final Format format;
  private final Function<String, ShowSchedule> show;

  WorkerReporter(CourtCommand court, Format format, Function<String, ShowSchedule> show) {
    this.court = court;
    this.format = format;
    this.show = show;
  }

  @Override
  public void started() {
    event("started", Version.line());
  }

  @Override
  public void waiting(List<Instant> openings) {
    List<Instant> ahead = openings.stream().filter(at -> at.isAfter(now())).toList();
    if (!ahead.isEmpty()) {
      Phrases phrases = new Phrases(court.venue());
      String what = ahead.size() == 1 ? "1 booking opens" : ahead.size() + " bookings open";
      event("claimed", what + ", the first " + phrases.timeAndZone(ahead.get(0)));
    }
  }

  @Override
  public void reported(List<AccountReport> reports) {
    boolean isOne = reports.size() == 1;
    reports.forEach(one -> reported(one.report(), one.account(), isOne ? "" : one.account()));
  }

  /**
   * @param named the account where a line has to name it; empty where there is one alone
   */
  private void reported(RunReport report, String account, String named) {
    RunReporter words = new RunReporter(court, () -> show.apply(account), named, account);
    List<BookingReport> shown = words.shown(report);
    if (!shown.isEmpty()) {
      Map<Long, FailureDiagnosis> diagnoses = words.diagnoses(shown);
      shown.forEach(one -> booking(words, one, diagnoses.get(one.what().booking().id()), named));
    }
    report
        .problem()
        .filter(one -> words.isShown(one.decision()))
        .map(ProblemReport::problem)
        .ifPresent(one -> event("trouble", of(named) + text(one)));
    report.expiryWarning().ifPresent(one -> event("warning", of(named) + words.phrase(one)));
    if (report.reopened() > 0) {
      event("warning", of(named) + RunReporter.reopened(report.reopened()));
    }
  }

  private static String of(String account) {
    return account.isEmpty() ? "" : account + ": ";
  }

  private void booking(
      RunReporter words, BookingReport one, FailureDiagnosis diagnosis, String named) {
    String why = words.details(one, Optional.ofNullable(diagnosis));
    String help = diagnosis == null || !one.isHelpTold() ? "" : "; would help: " + diagnosis.help();
    ListedBookingJson booking = ListedBookingJson.of(one.what(), court.venue());
    print(
        RunReporter.word(one.outcome()),
        "%sschedule %s, %s".formatted(of(named), one.what().schedule().id(), why + help),
        named.isEmpty() ? booking : booking.of(named));
  }

  @Override
  public void givenUp(String line) {
    event("warning", line);
  }

  @Override
  public void trouble(RuntimeException cause) {
    event("trouble", text(cause));
  }

  private String text(RuntimeException cause) {
    if (cause instanceof Problem) {
      return MessageLine.of(cause.getMessage());
    }
    court.log().error("a run of the worker broke off", cause);
    return "internal error: see court.log";
  }

  @Override
  public void recovered() {
    event("recovered", null);
  }

  @Override
  public void renewed() {
    event("settings", "config.json has changed and holds from now on");
  }

  @Override
  public void stopping(int runs) {
    event("stopping", runs == 0 ? null : "what opens soon is booked first");
  }

  @Override
  public void stopped() {
    event("stopped", null);
  }

  private void event(String event, String message) {
    print(event, message, null);
  }

  private synchronized void print(String event, String message, ListedBookingJson booking) {
    String time = IsoTime.second(now().atZone(court.venue().zone()));
    if (format == Format.ndjson) {
      WorkerEventJson json = new WorkerEventJson(time, event, message, booking);
      court.whole().println(ControlCharacters.json(Json.write(json)));
    } else {
      court.out().println("%s %-9s %s".formatted(time, event, text(message)).stripTrailing());
    }
    court.flush();
  }

  private static String text(String message) {
    return message == null ? "" : message;
  }

  private Instant now() {
    return court.clock().instant();
  }
}
