package dev.court.cli.setup;

import dev.court.booking.ScheduledBooking;
import dev.court.cli.CourtCommand;
import dev.court.cli.OpeningsTable;
import dev.court.doctor.Finding;
import dev.court.doctor.Finding.Verdict;
import dev.court.schedule.ListResult;
import dev.court.terminal.Format;
import java.util.ArrayList;
import java.util.List;

/** What a set-up says at its end: what opens next, and what is left for the person to do. */
final class SetupClosing {
  private static final int OPENINGS = 3;

  private final CourtCommand court;
  private final SetupCases cases;
  private final SetupSteps steps;

  SetupClosing(CourtCommand court, SetupCases cases, SetupSteps steps) {
    this.court = court;
    this.cases = cases;
    this.steps = steps;
  }

  void show() {
    if (cases.hasAccount()) {
      showNext();
    }
    if (!court.isQuiet()) {
      showLeftovers();
    }
  }

  private void showNext() {
    ListResult<ScheduledBooking> next = cases.schedules().next(OPENINGS);
    if (!next.found().isEmpty()) {
      court.say("");
      court.say("Opens next:");
      new OpeningsTable(court).print(next, Format.table);
      court.out().flush();
    }
  }

  /** It takes some ten seconds, which nobody waits for who does not want to read it. */
  private void showLeftovers() {
    court.say("");
    court.say("Looking at everything, and for some ten seconds at the server's clock...");
    List<String> toDo = new ArrayList<>();
    steps.all().forEach(one -> toDo.addAll(one.leftovers()));
    cases.doctor().run(false).stream()
        .filter(this::isNews)
        .forEach(one -> toDo.add(one.subject() + ": " + one.message()));
    if (toDo.isEmpty()) {
      court.say("court doctor: all is well.");
    } else {
      court.say("Left to do:");
      toDo.forEach(one -> court.say("- " + one));
    }
  }

  private boolean isNews(Finding finding) {
    boolean isAmiss = finding.verdict() == Verdict.TROUBLE || finding.verdict() == Verdict.WARNING;
    return isAmiss && !(finding.subject().equals("cron") && steps.caller().isExpected());
  }
}
