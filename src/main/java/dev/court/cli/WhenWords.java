package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestOptions;
import dev.court.planning.words.TimeReading;
import dev.court.planning.words.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What to play, with the time in words or by options. */
public final class WhenWords {
  private static final int MOST_OFFERED = 4;

  @Mixin PlayOptions play;

  @Parameters(
      arity = "0..*",
      paramLabel = "WHEN",
      description = {
        "When to play, in words: wed 17:00, tomorrow 7am, 2026-12-24 10:00,",
        "every mo and fr 18:30. What can be read in two ways is refused."
      })
  List<String> words = List.of();

  /**
   * The same, typed as an answer.
   *
   * @param courts as {@code --court} takes them; null for the usual ones
   */
  public static WhenWords of(String text, String courts) {
    WhenWords said = new WhenWords();
    said.words = List.of(text);
    said.play = PlayOptions.of(courts);
    return said;
  }

  /** Whether the time is said in words, so that what was understood has to be said. */
  boolean isSpoken() {
    return !words.isEmpty();
  }

  /** Whether neither words nor options say when. */
  boolean saysNothing() {
    return !isSpoken() && play.options().when().equals(PlanOptions.NONE);
  }

  String text() {
    return String.join(" ", words);
  }

  /**
   * The request, with options for the time whatever way it was said.
   *
   * @throws InvalidRequest when the words have no meaning, or several, or options say it too
   */
  public RequestOptions options(Instant now, ZoneId zone) {
    RequestOptions options = play.options();
    if (!isSpoken()) {
      return options;
    }
    if (!options.when().equals(PlanOptions.NONE)) {
      throw new InvalidRequest(
          "%s says when, and so do the options: leave one of them out".formatted(Quote.of(text())));
    }
    return play.options(plan(TimeWords.read(text(), now, zone)));
  }

  private static PlanOptions plan(TimeReading reading) {
    if (reading instanceof TimeReading.Understood understood) {
      return understood.options();
    }
    if (reading instanceof TimeReading.Ambiguous ambiguous) {
      throw new InvalidRequest(ambiguous.why() + ": write " + offered(ambiguous.readings()));
    }
    throw new InvalidRequest(((TimeReading.NotUnderstood) reading).why());
  }

  private static String offered(List<String> readings) {
    int shown = Math.min(readings.size(), MOST_OFFERED);
    String last =
        shown < readings.size()
            ? "one of %s others".formatted(readings.size() - shown + 1)
            : quoted(readings.get(shown - 1));
    return readings.stream()
            .limit(shown - 1L)
            .map(WhenWords::quoted)
            .collect(Collectors.joining(", "))
        + " or "
        + last;
  }

  private static String quoted(String reading) {
    return "'" + reading + "'";
  }
}
