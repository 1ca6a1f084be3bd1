package dev.court.cli;

import dev.court.booking.AwayDays;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.schedule.ChangeAway;
import dev.court.schedule.ChangeAway.AwayView;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "away",
    description = {
      "Book nothing that would be played on days on which you are away.",
      "It counts for all schedules of the account, also those that are added later."
    },
    footer = {
      "",
      "Examples:",
      "  court away 20 dec to 3 jan --except 2",
      "  court away until friday",
      "  court away 2026-12-20..2027-01-03",
      "",
      "Words are read back, with a question, before they are kept."
    })
public final class AwayCommand implements Callable<Integer> {
  private static final String NOT_BOOKED = "not booked";

  private final Supplier<ChangeAway> away;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(
      arity = "0..*",
      paramLabel = "RANGE",
      description = {
        "The first and the last day, in words or digits: 20 dec to 3 jan, mon-fri,",
        "until friday, december, 2026-12-20..2027-01-03; or one day: tomorrow.",
        "What can be read in two ways is refused (default: show what is set)."
      })
  List<String> days = List.of();

  @Option(
      names = "--except",
      paramLabel = "ID",
      split = ",",
      description = "Book for this schedule all the same. It may be repeated.")
  List<String> except = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask whether to keep what was understood.")
  boolean yes;

  public AwayCommand(Supplier<ChangeAway> away) {
    this.away = away;
  }

  @Override
  public Integer call() {
    if (days.isEmpty()) {
      if (!except.isEmpty()) {
        throw new InvalidRequest("--except goes with days: court away 2026-12-20..2027-01-03");
      }
      return list(output, false);
    }
    SpokenDays said = SpokenDays.of(days);
    AwayDays meant = said.days(LocalDate.ofInstant(court.clock().instant(), court.venue().zone()));
    List<Long> exceptIds = except.stream().map(IdKind.SCHEDULE::read).toList();
    if (said.isSpoken() && !yes) {
      ask(said, meant, exceptIds);
    }
    ChangeAway.AwayChange changed = away.get().set(meant, exceptIds);
    if (output.format == Format.table) {
      say("Away", changed.view(), NOT_BOOKED);
    } else {
      new Printer(court.screen(), output.format)
          .print(List.of(changed.view()), new AwayReport(court).view());
    }
    ChangeReport report = new ChangeReport(court);
    changed.stillHeld().forEach(report::printHeld);
    changed.lost().forEach(report::printLost);
    court.say("Undo with: court away remove " + changed.view().period().id());
    return ExitCodes.DONE;
  }

  private void ask(SpokenDays said, AwayDays meant, List<Long> exceptIds) {
    AwayView understood = away.get().preview(meant, exceptIds);
    if (!court.console().isTerminal()) {
      throw new InvalidRequest(
          "%s means %s, and nobody can be asked here: add --yes, or write %s"
              .formatted(Quote.of(said.text()), AwayWords.days(meant), SpokenDays.digits(meant)));
    }
    new AwayReport(court).show("Would be away", understood, NOT_BOOKED, court.console().err());
    court.questions("nothing was set").confirm("Keep it?");
  }

  @Command(
      name = "list",
      aliases = "ls",
      description = "Show when you are away, and what is not booked for it.")
  int list(
      @Mixin FormatOption form,
      @Option(names = "--all", description = "Also what is over.") boolean all) {
    List<AwayView> periods = away.get().all(all);
    new Printer(court.screen(), form.format).print(periods, new AwayReport(court).view());
    if (periods.isEmpty() && form.format == Format.table) {
      court.say("Not away. Set days, such as: court away 20 dec to 3 jan");
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "remove",
      aliases = "rm",
      description = "Forget days on which you were to be away: what is ahead is booked again.")
  int remove(
      @Parameters(
              arity = "0..*",
              paramLabel = "ID",
              description = "Ids as court away list shows them (default: the only one).")
          List<String> ids) {
    ChangeAway operation = away.get();
    List<Long> wanted =
        ids == null || ids.isEmpty()
            ? List.of(only(operation))
            : ids.stream().map(IdKind.AWAY_PERIOD::read).toList();
    operation.remove(wanted).forEach(one -> say("No longer away", one, "booked again"));
    return ExitCodes.DONE;
  }

  private static long only(ChangeAway operation) {
    List<AwayView> all = operation.all(false);
    if (all.size() == 1) {
      return all.get(0).period().id();
    }
    throw new InvalidRequest(
        all.isEmpty()
            ? "no days are set: there is nothing to remove"
            : "which of them? court away list shows their ids: "
                + all.stream()
                    .map(one -> String.valueOf(one.period().id()))
                    .collect(Collectors.joining(", ")));
  }

  private void say(String verb, AwayView view, String what) {
    if (!court.isQuiet()) {
      new AwayReport(court).show(verb, view, what, court.out());
    }
  }
}
