package dev.court.cli;

import dev.court.json.Json;
import dev.court.notification.BookingReport;
import dev.court.notification.ProblemReport;
import dev.court.run.RunReport;
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
import java.util.function.Supplier;

/** Prints what a worker does, one line an event, on standard output. */
final class WorkerReporter implements WorkerListener {
  private final CourtCommand court;
  private final Format format;
  private final Supplier<ShowSchedule> show;

  WorkerReporter(CourtCommand court, Format format, Supplier<ShowSchedule> show) {
    this.court = court;
    this.format = format;
    this.show = show;
  }

  @Override
  public void started() {
    event("started", new Version().getVersion()[0]);
  }

  @Override
  public void standsBy() {
    event("standby", "another worker serves this home: this one goes on when it ends");
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
  public void reported(RunReport report) {
    RunReporter words = new RunReporter(court, show);
    List<BookingReport> shown =
        report.bookings().stream().filter(one -> words.isShown(one.decision())).toList();
    if (!shown.isEmpty()) {
      Map<Long, FailureDiagnosis> diagnoses = words.diagnoses(shown);
      shown.forEach(one -> booking(words, one, diagnoses.get(one.what().booking().id())));
    }
    report
        .problem()
        .filter(one -> words.isShown(one.decision()))
        .map(ProblemReport::problem)
        .ifPresent(this::trouble);
    report.expiryWarning().ifPresent(one -> event("warning", words.phrase(one)));
    if (report.reopened() > 0) {
      event("warning", RunReporter.reopened(report.reopened()));
    }
  }

  private void booking(RunReporter words, BookingReport one, FailureDiagnosis diagnosis) {
    String why = words.details(one, Optional.ofNullable(diagnosis));
    String help = diagnosis == null ? "" : "; would help: " + diagnosis.help();
    print(
        RunReporter.word(one.outcome()),
        "schedule %s, %s".formatted(one.what().schedule().id(), why + help),
        ListedBookingJson.of(one.what(), court.venue()));
  }

  @Override
  public void givenUp(String line) {
    event("warning", line);
  }

  @Override
  public void trouble(RuntimeException cause) {
    String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    event("trouble", MessageLine.of(text));
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
