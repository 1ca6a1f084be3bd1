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
  private static final String AS_IT_IS = "nobody else: it comes by already";

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
    } else if (isRehearsal()) {
      questions.say(
          lastRun()
              .map(at -> "It " + came(at) + ": nothing to do.")
              .orElse(
                  "The building is a stand-in on this machine, so you call it by hand: court run-due."));
    } else {
      lastRun()
          .ifPresent(
              at ->
                  questions.say("It " + came(at) + ". If that was you, choose who is to call it."));
      askWhich(questions, lastRun().isPresent());
    }
  }

  private void askWhich(Questions questions, boolean isCalled) {
    Map<String, Optional<Caller>> callers = new LinkedHashMap<>();
    if (host.hasCron()) {
      callers.put("cron: a line in your crontab", Optional.of(Caller.cron));
    }
    if (host.hasUserSystemd()) {
      callers.put("systemd: a timer of your own", Optional.of(Caller.systemd));
    }
    callers.put("court worker, which you keep running", Optional.of(Caller.worker));
    callers.put("a workflow of GitHub, minutes late at times", Optional.of(Caller.github));
    callers.put(isCalled ? AS_IT_IS : LATER, Optional.empty());
    String usual = isCalled ? String.valueOf(callers.size()) : "1";
    Offer answer = questions.choice("Which", Offer.numbered(List.copyOf(callers.keySet())), usual);
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
