package dev.court.atrium.reservations;

import dev.court.booking.InvalidRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Regular expressions that tell one refusal from another, found anywhere in the text, upper and
 * lower case alike. Atrium's own words are not known, so these are a guess that people can add to.
 *
 * @param taken somebody holds the court
 * @param tooEarly the window is not open yet; wins where both match, see {@link AnswerClassifier}
 */
public record AnswerPatterns(List<String> taken, List<String> tooEarly) {

  /** The words that services of this kind are seen to use. */
  public static final AnswerPatterns DEFAULT =
      new AnswerPatterns(
          List.of(
              "\\balready (been |being )?(reserved|booked|taken|occupied|held|in use)",
              "\\b(is|are|was|were|been|being) (reserved|booked|taken|occupied)\\b",
              "\\b(fully|double)[- ]?book",
              "\\b(no longer|not|isn.t|aren.t) available\\b",
              "(?<!(service|temporarily) )\\bunavailable\\b",
              "\\bconflict",
              "\\boverlap"),
          List.of(
              "\\btoo early\\b",
              "\\b(too|this|so|that) far\\b",
              "\\b(not|cannot|can.t|isn.t|aren.t)\\b.{0,60}\\byet\\b",
              "\\b(only|up to|at most|(more|further|farther|earlier|sooner) than)\\b"
                  + "(?!.{0,60}\\bat least\\b).{0,60}\\b(hours?|days?|weeks?)\\b.{0,20}"
                  + "\\b(in advance|ahead|before|prior|away|from now|in the future|out)\\b",
              "\\b(reservations?|bookings?|window|slot)\\b.{0,40}\\bopens?\\b",
              "\\b(not|until).{0,40}\\breleased?\\b",
              "\\b168[- ]?h",
              "\\b(7|seven)[- ]days? (in advance|ahead|before|from|away|prior|out)\\b",
              "\\bwithin (the )?(next|coming|upcoming) (7|seven) days\\b"));

  /**
   * @throws InvalidRequest when one is no regular expression, or matches everything
   */
  public AnswerPatterns {
    taken = List.copyOf(taken);
    tooEarly = List.copyOf(tooEarly);
    Stream.concat(taken.stream(), tooEarly.stream()).forEach(AnswerPattern::of);
  }

  /**
   * These patterns and {@code more}.
   *
   * @throws InvalidRequest when one is no regular expression, or matches everything
   */
  public AnswerPatterns and(AnswerPatterns more) {
    return new AnswerPatterns(joined(taken, more.taken), joined(tooEarly, more.tooEarly));
  }

  Predicate<String> takenWords() {
    return anyOf(taken);
  }

  Predicate<String> tooEarlyWords() {
    return anyOf(tooEarly);
  }

  private static Predicate<String> anyOf(List<String> texts) {
    List<AnswerPattern> patterns = texts.stream().map(AnswerPattern::of).toList();
    return words -> patterns.stream().anyMatch(pattern -> pattern.isIn(words));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
