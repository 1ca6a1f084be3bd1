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
        // the table below grows with both, and nobody slips over a whole line
        .filter(word -> Math.abs(typed.length() - word.length()) <= MOST_SLIPS)
        .filter(word -> slips(typed, word) <= Math.min(MOST_SLIPS, typed.length() / 2))
        .min(Comparator.comparing(word -> slips(typed, word)));
  }

  /** Letters to add, drop, replace or swap with the next one (the distance of Damerau). */
  private static int slips(String typed, String word) {
    int[][] slips = new int[typed.length() + 1][word.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= word.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : fewest(slips, typed, word, new int[] {i, j});
      }
    }
    return slips[typed.length()][word.length()];
  }

  private static int fewest(int[][] slips, String typed, String word, int[] at) {
    int i = at[0];
    int j = at[1];
    boolean isSame = typed.charAt(i - 1) == word.charAt(j - 1);
    int fewest =
        Math.min(
            slips[i - 1][j - 1] + (isSame ? 0 : 1), Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
    boolean isSwapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == word.charAt(j - 2)
            && typed.charAt(i - 2) == word.charAt(j - 1);
    return isSwapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
  }
}
