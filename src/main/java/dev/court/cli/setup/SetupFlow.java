package dev.court.cli.setup;

import dev.court.booking.Problem;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.MessageLine;
import dev.court.host.Host;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.Screen;
import dev.court.terminal.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * From nothing to a home that books: asks, shows all of it on one page, and does it after a yes.
 */
final class SetupFlow {
  private static final View<PlannedValue, PlannedValue> PAGE =
      new View<>(
          List.of(
              Column.column("WHAT", PlannedValue::what),
              Column.<PlannedValue>column("VALUE", PlannedValue::value).wrapped(20),
              Column.<PlannedValue>column("FROM", PlannedValue::origin).wrapped(12)),
          PlannedValue.class,
          one -> one);

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final SetupProgress progress;
  private final SetupSteps steps;

  SetupFlow(
      CourtCommand court, SetupCases cases, Host host, InitOptions given, SetupProgress progress) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.progress = progress;
    this.steps = new SetupSteps(court, cases, host, given, progress);
  }

  /** Does all of it, and returns an exit code. */
  int run() {
    if (isAsked()) {
      court.questions("").say(greeting());
      steps.ask();
    } else {
      steps.take();
    }
    showPage();
    List<Integer> codes = new ArrayList<>(steps.all().stream().map(SetupStep::tried).toList());
    if (steps.all().stream().anyMatch(SetupStep::isChange)) {
      if (isAsked() && !given.yes) {
        court.questions(progress.outcome()).confirm("Do it?");
      }
      progress.writing();
      perform(codes);
    } else {
      court.say("Nothing is left to write.");
    }
    progress.done();
    new SetupClosing(court, cases, steps).show();
    return ExitCodes.heaviest(codes);
  }

  private String greeting() {
    String beginning =
        given.saysNothing()
            ? "Five questions, and nothing is written before the yes at the end but the sign-in."
            : "What no option says is asked, and nothing is written before "
                + (given.yes ? "the last answer" : "the yes at the end")
                + " but the sign-in.";
    return beginning
        + " Enter takes what stands in brackets. court init --help has an option for each.";
  }

  private boolean isAsked() {
    return court.console().isTerminal();
  }

  private void showPage() {
    // whoever is asked has to see what about
    if (isAsked() || !court.isQuiet()) {
      court.console().err().println();
      // The printer takes control characters out itself, and colours what it prints.
      Screen screen =
          new Screen(court.cursor(), court.screen().columns(), court.screen().isColored());
      new Printer(screen, Format.table)
          .print(steps.all().stream().flatMap(one -> one.plan().stream()).toList(), PAGE);
      court.console().err().println();
    }
  }

  /** What cannot be done keeps nothing else from being done. */
  private void perform(List<Integer> codes) {
    for (SetupStep step : steps.all()) {
      if (step.isChange()) {
        int code = performed(step::perform);
        codes.add(code);
        if (step == steps.news() && code == ExitCodes.DONE) {
          codes.add(performed(steps.news()::test));
        }
      }
    }
  }

  private int performed(IntSupplier work) {
    try {
      cases.startWriting();
      return work.getAsInt();
    } catch (Problem e) {
      court.console().err().println("court: " + MessageLine.of(e.getMessage()));
      court.log().warn("a part of the set-up was not done", e);
      return ExitCodes.of(e);
    }
  }
}
