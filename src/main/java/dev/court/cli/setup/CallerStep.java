package dev.court.cli.setup;

import dev.court.booking.SetupProblem;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.setup.InitOptions.Caller;
import dev.court.host.Host;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.text.DurationInWords;
import dev.court.workspace.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who calls {@code run-due} each minute: what is on this machine, or something elsewhere. */
final class CallerStep implements SetupStep {
  private static final String LATER = "later: court install";

  private final CourtCommand court;
  private final SetupCases cases;
  private final Host host;
  private final Caller given;
  private Optional<CallerChoice> choice = Optional.empty();

  CallerStep(CourtCommand court, SetupCases cases, Host host, Caller given) {
    this.court = court;
    this.cases = cases;
    this.host = host;
    this.given = given;
  }

  @Override
  public String title() {
    return "Who calls run-due each minute";
  }

  @Override
  public Optional<String> take() {
    if (given != null) {
      choose(given);
      return Optional.empty();
    }
    return isRehearsal() || lastRun().isPresent() ? Optional.empty() : Optional.of("--caller");
  }

  private boolean isRehearsal() {
    return cases.settings().isRehearsal();
  }

  /** When it came, if that was a moment ago. */
  private Optional<Instant> lastRun() {
    return new LastRun(cases.home().path())
        .latest()
        .filter(at -> LastRun.isFresh(at, court.clock().instant()));
  }

  @Override
  public void ask(Questions questions) {
    if (given != null) {
      choose(given);
    } else if (lastRun().isPresent()) {
      questions.say("It " + came(lastRun().get()) + ": nothing to do.");
    } else if (isRehearsal()) {
      questions.say(
          "The building is a stand-in on this machine, so you call it by hand: court run-due.");
    } else {
      askWhich(questions);
    }
  }

  private void askWhich(Questions questions) {
    Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
    if (host.hasCron()) {
      callers.put("cron: a line in your crontab", Optional.of(Caller.cron));
    }
    if (host.hasUserSystemd()) {
      callers.put("systemd: a timer of your own", Optional.of(Caller.systemd));
    }
    callers.put("court worker, which you keep running", Optional.of(Caller.worker));
    callers.put("a workflow of GitHub, minutes late at times", Optional.of(Caller.github));
    callers.put(LATER, Optional.empty());
    Offer answer = questions.choice("Which", Offer.numbered(List.copyOf(callers.keySet())), "1");
    try {
      callers.get(answer.label()).ifPresent(this::choose);
    } catch (SetupProblem e) {
      questions.say(e.getMessage() + ". This is left for later.");
    }
  }

  private void choose(Caller caller) {
    choice = Optional.of(CallerChoice.of(caller, host, cases.settings()));
  }

  private String came(Instant at) {
    Duration age = Duration.between(at, court.clock().instant());
    return "last came %s ago".formatted(DurationInWords.of(age.isNegative() ? Duration.ZERO : age));
  }

  @Override
  public List<PlannedValue> plan() {
    return choice
        .map(one -> one.planned(given == null ? PlannedValue.TYPED : "--caller"))
        .orElseGet(() -> List.of(asItIs()));
  }

  private PlannedValue asItIs() {
    return lastRun()
        .map(at -> new PlannedValue("run-due", came(at), PlannedValue.THERE))
        .orElseGet(this::nobody);
  }

  private PlannedValue nobody() {
    return isRehearsal()
        ? new PlannedValue("run-due", "you call it by hand: court run-due", "a rehearsal")
        : new PlannedValue("run-due", "nobody: court install", PlannedValue.LEFT_OUT);
  }

  @Override
  public boolean isChange() {
    return choice.filter(CallerChoice::isChange).isPresent();
  }

  @Override
  public int perform() {
    choice.ifPresent(one -> one.perform(court));
    return ExitCodes.DONE;
  }

  /** Whether the check of doctor would find that nobody came yet, which is no news. */
  boolean isExpected() {
    return isChange() || isRehearsal();
  }

  @Override
  public List<String> leftovers() {
    return choice.map(CallerChoice::leftovers).orElse(List.of());
  }
}
