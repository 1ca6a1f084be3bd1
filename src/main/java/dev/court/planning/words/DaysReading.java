package dev.court.planning.words;

import dev.court.booking.AwayDays;
import java.util.List;

/** What a text about days means. */
public sealed interface DaysReading {

  /** It has one meaning. */
  record OneSpan(AwayDays days) implements DaysReading {}

  /**
   * It has several meanings.
   *
   * @param readings at least two, by their first day; each of them, read again, is clear
   */
  record SeveralSpans(List<String> readings) implements DaysReading {
    public SeveralSpans {
      readings = List.copyOf(readings);
    }
  }

  /**
   * It has no meaning.
   *
   * @param why cause and remedy, in one sentence
   */
  record NoSpan(String why) implements DaysReading {}
}
