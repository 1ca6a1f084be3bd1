package dev.court.planning.words;

import dev.court.planning.words.DateWords.DatedWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads days that are counted by weeks: {@code wed week}, {@code a week from wed}. */
final class WeekWords {
  private final List<String> words;
  private final LocalDate today;

  /** For one text. */
  WeekWords(List<String> words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  /** What the words from one place on can mean. */
  List<DatedWords> at(int i) {
    List<DatedWords> found = new ArrayList<>();
    day(i).ifPresent(day -> behindDay(i + 1, day, found));
    number(i)
        .filter(weeks -> word(i + 2).matches("from|on"))
        .ifPresent(
            weeks ->
                day(i + 3).ifPresent(day -> found.add(dated(coming(day).plusWeeks(weeks), i + 4))));
    if (word(i).equals("in")) {
      number(i + 1).ifPresent(weeks -> found.addAll(inWeeks(i + 3, weeks)));
    }
    return found;
  }

  /** {@code wed week} is the Wednesday a week after the coming one, {@code wed in a week} too. */
  private void behindDay(int i, DayOfWeek day, List<DatedWords> found) {
    if (word(i).equals("week")) {
      found.add(dated(coming(day).plusWeeks(1), i + 1));
    } else if (word(i).equals("in")) {
      number(i + 1).ifPresent(weeks -> found.add(dated(coming(day).plusWeeks(weeks), i + 3)));
    }
  }

  /**
   * {@code in 2 weeks on wed} is counted from the coming Wednesday by some and from this week by
   * others; of these, a week begins on Monday for some and on Sunday for others.
   */
  private List<DatedWords> inWeeks(int i, int weeks) {
    int at = i;
    while (Vocabulary.FILLERS.contains(word(at))) {
      at++;
    }
    int behind = at + 1;
    return day(at).stream()
        .flatMap(
            day ->
                Stream.of(
                    coming(day), ofWeek(DayOfWeek.MONDAY, day), ofWeek(DayOfWeek.SUNDAY, day)))
        .distinct()
        .map(day -> dated(day.plusWeeks(weeks), behind))
        .toList();
  }

  private LocalDate coming(DayOfWeek day) {
    return today.with(TemporalAdjusters.nextOrSame(day));
  }

  private LocalDate ofWeek(DayOfWeek first, DayOfWeek day) {
    return today
        .with(TemporalAdjusters.previousOrSame(first))
        .with(TemporalAdjusters.nextOrSame(day));
  }

  /** How many weeks the word and the one behind it say. */
  private Optional<Integer> number(int i) {
    return Vocabulary.number(word(i)).filter(some -> word(i + 1).matches("weeks?"));
  }

  private Optional<DayOfWeek> day(int i) {
    return Vocabulary.day(word(i));
  }

  /** Empty behind the last one. */
  private String word(int i) {
    return i < words.size() ? words.get(i) : "";
  }

  private static DatedWords dated(LocalDate date, int next) {
    return new DatedWords(date, next);
  }
}
