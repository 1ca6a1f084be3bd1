package dev.court.terminal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** How many cells of a terminal a text takes. */
public final class Cells {
  /** What a person takes for one character (UAX 29), the same from JDK 17 on. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private Cells() {}

  /** The width of one line without control characters. */
  public static int width(String text) {
    return isPlain(text) ? text.length() : clusters(text).stream().mapToInt(Cells::ofCluster).sum();
  }

  /** With blanks behind it, as wide as that; unchanged when it is wider. */
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
   * Voicing marks behind halfwidth katakana extend them by UAX 29, yet have a cell of their own.
   */
  private static int halfwidthMarks(String cluster) {
    return (int) cluster.chars().skip(1).filter(mark -> mark == 0xFF9E || mark == 0xFF9F).count();
  }

  /** Almost everything is, and needs no tables of Unicode. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
  }
}
