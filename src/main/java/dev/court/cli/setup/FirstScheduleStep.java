package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.OverlapNotes;
import dev.court.cli.Phrases;
import dev.court.cli.PlayOptions;
import dev.court.cli.WhenQuestion;
import dev.court.cli.WhenWords;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.TennisCourt;
import dev.court.planning.PlanInWords;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestOptions;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ScheduleView;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.workspace.AccountCommand;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A first schedule, in words as {@code court add} takes them. */
final class FirstScheduleStep implements SetupStep {
  private static final String THERE = "That is there already.";

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final Phrases phrases;
  private ScheduleRequest asked;
  private AddSchedule.Added understood;
  private String origin = PlannedValue.TYPED;

  FirstScheduleStep(CourtCommand court, SetupCases cases, InitOptions given) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.phrases = new Phrases(court.venue());
  }

  @Override
  public String title() {
    return "What to play";
  }

  @Override
  public Optional<String> take() {
    if (given.add != null) {
      understand(
          WhenWords.of(given.add, given.courts)
              .options(court.clock().instant(), court.venue().zone()));
      origin = "--add";
      leaveOutIfThere();
      return Optional.empty();
    }
    if (given.courts != null) {
      throw new InvalidRequest("--court goes with --add");
    }
    return there().isEmpty() ? Optional.of("--add") : Optional.empty();
  }

  @Override
  public void ask(Questions questions) {
    if (given.add != null) {
      Optional<String> unused = take();
      return;
    }
    List<ScheduleView> there = there();
    there.forEach(one -> questions.say("There is " + words(one) + "."));
    questions.say(there.isEmpty() ? "Enter leaves it for later." : "Enter adds nothing.");
    WhenQuestion when = new WhenQuestion(questions, court.clock().instant(), court.venue().zone());
    when.ask("", plan -> checked(plan, given.courts));
    if (!when.plan().equals(PlanOptions.NONE)) {
      PlanOptions unused =
          checked(when.plan(), given.courts != null ? given.courts : courts(questions));
      if (leaveOutIfThere()) {
        questions.say(THERE);
      }
    }
  }

  /** A script that runs again adds nothing twice. */
  private boolean leaveOutIfThere() {
    boolean isThere = there().stream().anyMatch(one -> isSame(one.schedule().asked(), asked));
    if (isThere) {
      asked = null;
    }
    return isThere;
  }

  /** The day from which a series counts is another one each day. */
  private boolean isSame(ScheduleRequest one, ScheduleRequest other) {
    ZoneId zone = court.venue().zone();
    return PlanInWords.asked(one, zone).equals(PlanInWords.asked(other, zone))
        && one.courts().equals(other.courts())
        && one.duration().equals(other.duration());
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
    understand(PlayOptions.of(courts).options(plan));
    return plan;
  }

  /** Finds its next occurrences; nothing is written. */
  private void understand(RequestOptions options) {
    asked = cases.requests().make(options, court.clock().instant());
    understood = cases.addSchedule().add(asked, true);
  }

  private List<ScheduleView> there() {
    return cases.hasAccount()
        ? cases.schedules().schedules(status -> true, false).found()
        : List.of();
  }

  private String words(ScheduleView view) {
    return "schedule %s, %s"
        .formatted(
            view.schedule().id(), PlanInWords.asked(view.schedule().asked(), court.venue().zone()));
  }

  @Override
  public List<PlannedValue> plan() {
    List<PlannedValue> lines = new ArrayList<>();
    there().forEach(one -> lines.add(new PlannedValue("to play", words(one), PlannedValue.THERE)));
    if (asked != null) {
      lines.add(
          new PlannedValue(
              "to play",
              "%s, %s; %s"
                  .formatted(
                      PlanInWords.asked(asked, court.venue().zone()),
                      phrases.courts(asked.courts()),
                      first()),
              origin));
    } else if (lines.isEmpty()) {
      String command = AccountCommand.of("court add", court.account());
      lines.add(new PlannedValue("to play", "nothing: " + command, PlannedValue.LEFT_OUT));
    }
    return lines;
  }

  private String first() {
    ScheduledBooking first = understood.next().get(0);
    String opens = phrases.opens(first, court.clock().instant());
    return asked.plan() instanceof Plan.OneOff
        ? opens
        : "first %s, %s".formatted(phrases.time(first.booking().start()), opens);
  }

  @Override
  public boolean isChange() {
    return asked != null;
  }

  @Override
  public int perform() {
    // another court may have added it while the question waited
    cases
        .addSchedule()
        .addUnlessThere(asked, one -> isSame(one, asked))
        .ifPresentOrElse(this::say, () -> court.say(THERE));
    return ExitCodes.DONE;
  }

  private void say(AddSchedule.Added added) {
    court.say("Schedule %s is kept.".formatted(added.schedule().id()));
    new OverlapNotes(court, phrases).print(added.overlaps(), added.unwinnable());
  }
}
