package dev.court.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that a mistyped word was meant to be. */
public final class Spelling {
  private static final int MOST_SLIPS = 2;

  private Spelling() {}

  /**
   * The one of {@code words} with the fewest slips; empty when none is close. Half of a word has to
   * be right: two slips make any two letters of any other two.
   */
  public static Optional<String> closest(String typed, List<String> words) {
    return words.stream()
        .filter(word -> slips(typed, word) <= Math.min(MOST_SLIPS, typed.length() / 2))
        .min(Comparator.comparing(word -> slips(typed, word)));
  }

  /** The edit distance of Levenshtein. */
  private static int slips(String typed, String word) {
    int[] row = new int[word.length() + 1];
    for (int j = 0; j <= word.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= word.length(); j++) {
        int replaced = diagonal + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[word.length()];
  }
}
