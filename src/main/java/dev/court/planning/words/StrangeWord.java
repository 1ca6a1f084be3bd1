package dev.court.planning.words;

import dev.court.booking.Quote;
import dev.court.text.Spelling;

/** A word with which nothing begins that may be a time. */
final class StrangeWord {
  private StrangeWord() {}

  /** What is wrong with it, and what to write in its place. */
  static String complaint(String word) {
    String quoted = Quote.of(word);
    if (word.matches("20[0-5]\\d")) {
      return "%s may be a year: write a time such as %s:%s"
          .formatted(quoted, word.substring(0, 2), word.substring(2));
    }
    if (word.matches("\\d[\\d:.]*(am|pm|h)?")) {
      return "%s is no time of day: write it such as 17:00".formatted(quoted);
    }
    if (Vocabulary.month(word).isPresent()) {
      return "%s needs a day of the month beside it, such as 24 %s".formatted(quoted, word);
    }
    return Vocabulary.all().contains(word)
        ? "%s says no time where it stands: write it such as %s"
            .formatted(quoted, Vocabulary.EXAMPLES)
        : "%s is no word for a time%s write it such as %s"
            .formatted(quoted, meant(word), Vocabulary.EXAMPLES);
  }

  private static String meant(String word) {
    return Spelling.closest(word, Vocabulary.all())
        .map(", did you mean %s? Or"::formatted)
        .orElse(":");
  }
}
