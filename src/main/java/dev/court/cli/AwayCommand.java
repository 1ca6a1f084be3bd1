package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.booking.AwayDays;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.schedule.ChangeAway;
import dev.court.schedule.ChangeAway.AwayView;
import dev.court.schedule.ChangeAway.LeftOut;
import dev.court.terminal.Column;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import dev.court.terminal.View;
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
    footer = {"", "Example:", "  court away 2026-12-20..2027-01-03 --except 2"})
public final class AwayCommand implements Callable<Integer> {
  private static final int TIMES_SHOWN = 5;
  private static final int MOST_COUNTED = 1_000;

  private final Supplier<ChangeAway> away;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(
      arity = "0..1",
      paramLabel = "RANGE",
      description =
          "The first and the last day, such as 2026-12-20..2027-01-03, or one day (default: show"
              + " what is set).")
  String days;

  @Option(
      names = "--except",
      paramLabel = "ID",
      split = ",",
      description = "Book for this schedule all the same. It may be repeated.")
  List<String> except = List.of();

  /** A period for programs; {@code leftOut} has the times that are not booked. */
  record AwayJson(
      long id, String firstDay, String lastDay, List<Long> exceptIds, List<String> leftOut) {}

  public AwayCommand(Supplier<ChangeAway> away) {
    this.away = away;
  }

  @Override
  public Integer call() {
    if (days == null) {
      if (!except.isEmpty()) {
        throw new InvalidRequest("--except goes with days: court away 2026-12-20..2027-01-03");
      }
      return list(output, false);
    }
    ChangeAway.AwayChange changed =
        away.get().set(range(days), except.stream().map(IdArguments::id).toList());
    if (output.format == Format.table) {
      say("Away ", changed.view(), "not booked");
    } else {
      new Printer(court.screen(), output.format).print(List.of(changed.view()), view());
    }
    ChangeReport report = new ChangeReport(court);
    changed.stillHeld().forEach(report::printHeld);
    changed.lost().forEach(report::printLost);
    court.say("Undo with: court away remove " + changed.view().period().id());
    return ExitCodes.DONE;
  }

  @Command(name = "list", description = "Show when you are away, and what is not booked for it.")
  int list(
      @Mixin FormatOption form,
      @Option(names = "--all", description = "Also what is over.") boolean all) {
    List<AwayView> periods = away.get().all(all);
    new Printer(court.screen(), form.format).print(periods, view());
    if (periods.isEmpty() && form.format == Format.table) {
      court.say("Not away. Set days, such as: court away 2026-12-20..2027-01-03");
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "remove",
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
            : ids.stream().map(IdArguments::id).toList();
    operation.remove(wanted).forEach(one -> say("No longer away ", one, "booked again"));
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

  private static AwayDays range(String text) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length > 2) {
      throw new InvalidRequest(
          "%s is no span of days: write it such as 2026-12-20..2027-01-03"
              .formatted(Quote.of(text)));
    }
    return new AwayDays(Dates.date(ends[0]), Dates.date(ends[ends.length - 1]));
  }

  private void say(String verb, AwayView view, String what) {
    if (court.isQuiet()) {
      return;
    }
    court
        .out()
        .printf(
            "%s%s%s%n%s",
            verb,
            AwayWords.days(view.period().days()),
            AwayWords.except(view.period()),
            times(view, what));
  }

  private String times(AwayView view, String what) {
    List<LeftOut> all = view.leftOut();
    if (all.isEmpty()) {
      return "";
    }
    Phrases phrases = new Phrases(court.venue());
    String shown =
        all.stream()
            .limit(TIMES_SHOWN)
            .map(
                one ->
                    "  %s: %s, schedule %s%n"
                        .formatted(
                            what, phrases.time(one.occurrence().start()), one.schedule().id()))
            .collect(Collectors.joining());
    return all.size() > TIMES_SHOWN
        ? shown + "  %s%n".formatted(andMore(all.size() - TIMES_SHOWN))
        : shown;
  }

  private View<AwayView, AwayJson> view() {
    Phrases phrases = new Phrases(court.venue());
    return new View<>(
        List.of(
            column("ID", one -> String.valueOf(one.period().id())),
            column("DAYS", one -> AwayWords.days(one.period().days())),
            column(
                "EXCEPT",
                one ->
                    one.period().exceptIds().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))),
            Column.<AwayView>column("NOT BOOKED", one -> notBooked(one, phrases)).wrapped(20)),
        AwayJson.class,
        one ->
            new AwayJson(
                one.period().id(),
                one.period().days().first().toString(),
                one.period().days().last().toString(),
                one.period().exceptIds(),
                one.leftOut().stream().map(it -> phrases.iso(it.occurrence().instant())).toList()));
  }

  private static String notBooked(AwayView view, Phrases phrases) {
    List<LeftOut> all = view.leftOut();
    String first = all.isEmpty() ? "nothing" : phrases.brief(all.get(0).occurrence().instant());
    return all.size() < 2 ? first : first + " " + andMore(all.size() - 1);
  }

  /** Of a period without a near end not all are looked for, so that no number would be true. */
  private static String andMore(int rest) {
    return rest > MOST_COUNTED
        ? "and more than %s more".formatted(MOST_COUNTED)
        : "and %s more".formatted(rest);
  }
}
