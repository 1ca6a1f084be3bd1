package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestMaker;
import dev.court.planning.RequestOptions;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.Preview;
import dev.court.terminal.Questions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "edit",
    description = {
      "Change a schedule; what is not named stays as it is.",
      "Where nothing is named it asks for its values, at a terminal."
    })
public final class EditCommand implements Callable<Integer> {
  private static final int SHOWN = 3;
  private static final String UNCHANGED = "nothing was changed";
  private static final RequestOptions NOTHING =
      new RequestOptions(PlanOptions.NONE, null, null, null, null, null, null, null, null);

  private final Supplier<RequestMaker> requests;
  private final Supplier<ChangeSchedules> change;
  private final Supplier<ListSchedules> schedules;
  private final Supplier<Preview> preview;

  @ParentCommand CourtCommand court;
  @Mixin PlayOptions play;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = {
        "The id of a schedule, as court list shows it.",
        "Without one it lets you choose, at a terminal."
      })
  String id;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask whether to keep what was answered.")
  boolean yes;

  public EditCommand(
      Supplier<RequestMaker> requests,
      Supplier<ChangeSchedules> change,
      Supplier<ListSchedules> schedules,
      Supplier<Preview> preview) {
    this.requests = requests;
    this.change = change;
    this.schedules = schedules;
    this.preview = preview;
  }

  @Override
  public Integer call() {
    Instant now = court.clock().instant();
    RequestOptions options = play.options();
    if (!court.console().isTerminal()) {
      requireNamed(options);
    }
    long meant = id == null ? chosen() : IdKind.SCHEDULE.read(id);
    if (options.equals(NOTHING)) {
      options = answers(meant, now);
    }
    if (options.equals(NOTHING)) {
      court.say(UNCHANGED);
      return ExitCodes.DONE;
    }
    RequestOptions changes = options;
    ChangedSchedule changed =
        change.get().edit(meant, asked -> requests.get().change(asked, changes, now));
    new ChangeReport(court).print("Changed", changed);
    return ExitCodes.DONE;
  }

  private void requireNamed(RequestOptions options) {
    if (id == null) {
      throw new InvalidRequest(
          "name the schedule to change by its id, such as court edit 1 --court 2: court list"
              + " shows it");
    }
    if (options.equals(NOTHING)) {
      throw new InvalidRequest("name what to change, such as --court 2,1 or --duration 60");
    }
  }

  private long chosen() {
    return new ScheduleChoice(court, schedules.get(), court.questions(UNCHANGED)).one();
  }

  private RequestOptions answers(long meant, Instant now) {
    Schedule schedule = change.get().find(List.of(meant)).get(0);
    ScheduleRequest asked = schedule.asked();
    Questions questions = court.questions(UNCHANGED);
    RequestOptions answers =
        new PlayQuestions(
                questions,
                play,
                court.venue(),
                new WhenQuestion(questions, now, court.venue().zone()),
                options -> checked(asked, requests.get().change(asked, options, now)))
            .forChange(asked, plan -> requests.get().whole(plan, now));
    if (!answers.equals(NOTHING) && !yes) {
      ScheduleRequest changed = requests.get().change(asked, answers, now);
      new AddedReport(court)
          .show(
              "Schedule %s would be".formatted(meant),
              changed,
              next(asked, changed),
              court.console().err());
      questions.confirm("Keep it?");
    }
    return answers;
  }

  /** Refuses another plan that has no time ahead. */
  private ScheduleRequest checked(ScheduleRequest before, ScheduleRequest after) {
    if (!after.plan().equals(before.plan())) {
      preview.get().of(after, 1, false);
    }
    return after;
  }

  /** None where the plan stays as it is and is over. */
  private List<ScheduledBooking> next(ScheduleRequest before, ScheduleRequest after) {
    try {
      return preview.get().of(after, SHOWN, false);
    } catch (InvalidRequest e) {
      if (after.plan().equals(before.plan())) {
        return List.of();
      }
      throw e;
    }
  }
}
