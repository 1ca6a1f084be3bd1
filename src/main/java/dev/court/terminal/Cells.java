package dev.court.terminal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** The width of a text: how many cells of a terminal it takes. */
public final class Cells {
  /** An extended grapheme cluster (UAX 29), which a reader takes for one character. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private Cells() {}

  /** The width of one line without control characters. */
  public static int width(String text) {
    return isPlain(text) ? text.length() : clusters(text).stream().mapToInt(Cells::ofCluster).sum();
  }

  /** The text with blanks behind it, up to that width; unchanged when it is wider. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static List<String> clusters(String text) {
    return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static int ofCluster(String cluster) {
    return Math.max(0, WCWidth.wcwidthForGraphemeCluster(cluster, 0)) + halfwidthMarks(cluster);
  }

  /**
   * Voicing marks behind halfwidth katakana belong to one cluster with them by UAX 29, but take a
   * cell of their own.
   */
  private static int halfwidthMarks(String cluster) {
    return (int) cluster.chars().skip(1).filter(mark -> mark == 0xFF9E || mark == 0xFF9F).count();
  }

  /** Printable ASCII, which needs no tables of Unicode. Almost every text is. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
  }
}
