package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.booking.TennisCourt;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.PlayOptions;
import dev.court.cli.WhenQuestion;
import dev.court.cli.WhenWords;
import dev.court.planning.PlanOptions;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.workspace.AccountCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A first schedule, in words as {@code court add} takes them. */
final class FirstScheduleStep implements SetupStep {
  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final ScheduleDraft draft;

  FirstScheduleStep(CourtCommand court, SetupCases cases, InitOptions given) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.draft = new ScheduleDraft(court, cases);
  }

  @Override
  public String title() {
    return "What to play";
  }

  @Override
  public Optional<String> take() {
    if (given.add != null) {
      draft.understand(
          WhenWords.of(given.add, given.courts)
              .options(court.clock().instant(), court.venue().zone()));
      boolean unused = draft.leaveOutIfThere();
      return Optional.empty();
    }
    if (given.courts != null) {
      throw new InvalidRequest("--court goes with --add");
    }
    return draft.thereInWords().isEmpty() ? Optional.of("--add") : Optional.empty();
  }

  @Override
  public void ask(Questions questions) {
    if (given.add != null) {
      Optional<String> unused = take();
      return;
    }
    List<String> there = draft.thereInWords();
    there.forEach(one -> questions.say("There is " + one + "."));
    questions.say(there.isEmpty() ? "Enter leaves it for later." : "Enter adds nothing.");
    WhenQuestion when = new WhenQuestion(questions, court.clock().instant(), court.venue().zone());
    when.ask("", plan -> checked(plan, given.courts));
    if (!when.plan().equals(PlanOptions.NONE)) {
      PlanOptions unused =
          checked(when.plan(), given.courts != null ? given.courts : courts(questions));
      if (draft.leaveOutIfThere()) {
        questions.say(ScheduleDraft.THERE);
      }
    }
  }

  private String courts(Questions questions) {
    List<TennisCourt> all = court.venue().courts();
    if (all.size() == 1) {
      return null;
    }
    List<Offer> offers = all.stream().map(one -> new Offer(one.id(), one.name())).toList();
    String usual = cases.settings().courts(court.account()).toString();
    return questions.several("Which courts, best first", offers, usual).stream()
        .map(Offer::key)
        .collect(Collectors.joining(","));
  }

  private PlanOptions checked(PlanOptions plan, String courts) {
    draft.understand(PlayOptions.of(courts).options(plan));
    return plan;
  }

  @Override
  public List<PlannedValue> plan() {
    List<PlannedValue> lines = draft.planned(given.add == null ? PlannedValue.TYPED : "--add");
    String command = AccountCommand.of("court add", court.account());
    return lines.isEmpty()
        ? List.of(new PlannedValue("to play", "nothing: " + command, PlannedValue.LEFT_OUT))
        : lines;
  }

  @Override
  public boolean isChange() {
    return draft.isAsked();
  }

  @Override
  public int perform() {
    draft.write();
    return ExitCodes.DONE;
  }
}
