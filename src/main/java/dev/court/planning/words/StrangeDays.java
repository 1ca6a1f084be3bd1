package dev.court.planning.words;

import dev.court.booking.Quote;
import dev.court.text.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says why a text names no days. */
final class StrangeDays {
  private static final List<String> OTHERS =
      List.of(
          "in", "for", "next", "weekend", "month", "between", "through", "thru", "to", "up", "days",
          "day");

  private static final String REMEDY = "write it such as " + DayWords.EXAMPLES;

  private StrangeDays() {}

  /** What is wrong with it, and what to write in its place. */
  static String complaint(String text, String plain, LocalDate today) {
    List<String> words = SpokenText.words(plain);
    List<String> noDates = new ArrayList<>();
    DateWords dates = new DateWords(words, today, noDates::add);
    IntStream.range(0, words.size()).forEach(dates::at);
    if (!noDates.isEmpty()) {
      return noDates.get(0);
    }
    String quoted = Quote.of(text);
    if (plain.matches(SpanParser.START + ".+")) {
      return "%s says no last day: write it such as 20 dec to 3 jan".formatted(quoted);
    }
    if (plain.matches("(?:.* )?" + SpanParser.LENGTH)) {
      return "%s says no first day: write it such as 20 dec for 2 weeks".formatted(quoted);
    }
    if (words.stream().anyMatch(StrangeDays::isTime)) {
      return "%s says a time, and one is away for whole days: court skip leaves out one time"
          .formatted(quoted);
    }
    return words.stream()
        .flatMap(word -> Stream.of(word.split("-|\\.\\.")))
        .filter(word -> word.matches("\\p{L}+") && !isKnown(word))
        .findFirst()
        .map(StrangeDays::unknown)
        .orElseGet(() -> "%s says no days: %s".formatted(quoted, REMEDY));
  }

  private static boolean isTime(String word) {
    return word.matches(".*\\d.*") && !word.matches("\\d{1,2}") && !ClockWords.read(word).isEmpty();
  }

  private static boolean isKnown(String word) {
    return all().anyMatch(word::equals)
        || Vocabulary.FILLERS.contains(word)
        || Vocabulary.day(word).isPresent()
        || Vocabulary.month(word).isPresent();
  }

  private static String unknown(String word) {
    return "%s is no word for days%s %s"
        .formatted(
            Quote.of(word),
            Spelling.closest(word, all().toList())
                .map(", did you mean %s? Or"::formatted)
                .orElse(":"),
            REMEDY);
  }

  private static Stream<String> all() {
    return Stream.concat(Vocabulary.all().stream(), OTHERS.stream());
  }
}
