package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.schedule.ChangeAway.AwayView;
import dev.court.schedule.ChangeAway.LeftOut;
import dev.court.terminal.Column;
import dev.court.terminal.Screen;
import dev.court.terminal.View;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints days on which a person is away, with what is not booked for it. */
final class AwayReport {
  private static final int TIMES_SHOWN = 5;
  private static final int MOST_COUNTED = 1_000;

  private final Phrases phrases;
  private final Screen screen;

  AwayReport(CourtCommand court) {
    this.phrases = new Phrases(court.venue());
    this.screen = court.screen();
  }

  /** A period for programs; {@code leftOut} has the times that are not booked. */
  record AwayJson(
      long id, String firstDay, String lastDay, List<Long> exceptIds, List<String> leftOut) {}

  /**
   * Shows one period in words.
   *
   * @param verb such as "Away"
   * @param what becomes of the times in it, such as "not booked"
   */
  void show(String verb, AwayView view, String what, PrintWriter out) {
    screen.print(
        verb + " ", AwayWords.days(view.period().days()) + AwayWords.except(view.period()), out);
    List<LeftOut> all = view.leftOut();
    all.stream()
        .limit(TIMES_SHOWN)
        .forEach(one -> screen.print("  ", what + ": " + words(one), out));
    if (all.size() > TIMES_SHOWN) {
      out.println("  " + andMore(all.size() - TIMES_SHOWN));
    }
  }

  private String words(LeftOut one) {
    return "%s, schedule %s".formatted(phrases.time(one.occurrence().start()), one.schedule().id());
  }

  View<AwayView, AwayJson> view() {
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
            Column.<AwayView>column("NOT BOOKED", this::notBooked).wrapped(20)),
        AwayJson.class,
        one ->
            new AwayJson(
                one.period().id(),
                one.period().days().first().toString(),
                one.period().days().last().toString(),
                one.period().exceptIds(),
                one.leftOut().stream().map(it -> phrases.iso(it.occurrence().instant())).toList()));
  }

  private String notBooked(AwayView view) {
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
