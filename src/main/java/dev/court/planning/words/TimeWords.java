package dev.court.planning.words;

import dev.court.booking.Quote;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Reads a time, or a time of each week, as people say it: {@code wed 17:00}, {@code every mo and fr
 * 7am}. It guesses nothing: what has several meanings is given back with all of them.
 */
public final class TimeWords {
  /** Nobody says a time in more, and the ways to read a text grow with its words. */
  private static final int MOST_WORDS = 24;

  private static final int LONGEST = 200;

  private TimeWords() {}

  /**
   * Reads {@code text}.
   *
   * @param now what "tomorrow" and "wed" are counted from; a meaning that is over is dropped where
   *     another one is ahead
   * @param zone the venue's, whose clock the times are of
   */
  public static TimeReading read(String text, Instant now, ZoneId zone) {
    List<String> words = text.length() > LONGEST ? List.of() : SpokenText.words(text);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return new TimeReading.NotUnderstood(
          "%s says no time: write it such as %s".formatted(Quote.of(text), Vocabulary.EXAMPLES));
    }
    return Refusals.of(String.join(" ", words))
        .<TimeReading>map(TimeReading.NotUnderstood::new)
        .orElseGet(() -> read(text, words, LocalDateTime.ofInstant(now, zone), zone));
  }

  private static TimeReading read(String text, List<String> words, LocalDateTime now, ZoneId zone) {
    WordParser parser = new WordParser(words, now.toLocalDate());
    List<Meaning> meanings = new Conclusion(now).of(parser.drafts());
    return meanings.isEmpty()
        ? new TimeReading.NotUnderstood(parser.complaint(text))
        : new ReadingChoice(now, zone).of(text, meanings);
  }
}
