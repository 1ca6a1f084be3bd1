package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.ScheduleRequest;
import dev.court.planning.PlanInWords;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestMaker;
import dev.court.planning.RequestOptions;
import dev.court.schedule.AddSchedule;
import dev.court.settings.Settings;
import dev.court.terminal.Format;
import dev.court.terminal.Questions;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "add",
    description = "Add a schedule: once, by days of the week, or by a rule.",
    footer = {
      "",
      "Examples:",
      "  court add wed 17:00",
      "  court add \"every mo and fr 7am\" --court \"Court 2\" --yes",
      "  court add --at 2026-12-02T17:00 --court 1,2",
      "  court add --on we,fr --time 17:00 --duration 60 --name doubles",
      "  court add --rrule 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0'",
      "",
      "Without a time it asks for what to play, at a terminal. Words and answers are",
      "read back, with a question, before they are kept."
    })
public final class AddCommand implements Callable<Integer> {
  private static final String NOTHING = "nothing was added";

  private final Supplier<RequestMaker> requests;
  private final Supplier<AddSchedule> add;
  private final Supplier<Settings> settings;

  @ParentCommand CourtCommand court;
  @Mixin WhenWords words;
  @Mixin FormatOption output;

  @Option(names = "--dry-run", description = "Say what it would do, and write nothing.")
  boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask whether to keep what was understood.")
  boolean yes;

  public AddCommand(
      Supplier<RequestMaker> requests, Supplier<AddSchedule> add, Supplier<Settings> settings) {
    this.requests = requests;
    this.add = add;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Instant now = court.clock().instant();
    boolean asking = words.saysNothing() && court.console().isTerminal();
    RequestOptions options = asking ? answers(now) : words.options(now, court.venue().zone());
    ScheduleRequest asked = requests.get().make(options, now);
    if ((asking || words.isSpoken()) && !dryRun && !yes) {
      ask(asked, options.when());
    }
    AddSchedule.Added added = add.get().add(asked, dryRun);
    new AddedReport(court).print(added, output.format);
    if (output.format == Format.table) {
      new MissingNotes(court, settings.get()).print(added.session());
    }
    return ExitCodes.DONE;
  }

  private RequestOptions answers(Instant now) {
    RequestMaker maker = requests.get();
    ScheduleRequest defaults = maker.makeWithoutPlan(words.play.options(), now);
    Questions questions = court.questions(NOTHING);
    return new PlayQuestions(
            questions,
            words.play,
            court.venue(),
            new WhenQuestion(questions, now, court.venue().zone()),
            options -> add.get().add(maker.make(options, now), true).schedule().asked())
        .forNew(defaults);
  }

  private void ask(ScheduleRequest asked, PlanOptions plan) {
    AddSchedule.Added understood = add.get().add(asked, true);
    if (!court.console().isTerminal()) {
      throw new InvalidRequest(
          "%s means %s, and nobody can be asked here: add --yes, or write %s"
              .formatted(
                  Quote.of(words.text()),
                  PlanInWords.asked(asked, court.venue().zone()),
                  PlanOptionsText.of(plan)));
    }
    new AddedReport(court).show(understood, court.console().err());
    court.questions(NOTHING).confirm("Keep it?");
  }
}
