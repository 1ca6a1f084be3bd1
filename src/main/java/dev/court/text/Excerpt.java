package dev.court.text;

/** A part of a long text. It never breaks a surrogate pair. */
public final class Excerpt {
  private Excerpt() {}

  /** At most {@code most} characters. */
  public static String start(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most));
  }

  /** At most {@code most} characters, of which the last is "…" when something was left out. */
  public static String marked(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most - 1)) + "…";
  }

  /** The beginning and the end of a text that is longer than both, with "..." between them. */
  public static String ends(String text, int atStart, int atEnd) {
    int from = text.length() - atEnd;
    boolean isHalf = Character.isLowSurrogate(text.charAt(from));
    return start(text, atStart) + "..." + text.substring(isHalf ? from + 1 : from);
  }

  private static int end(String text, int most) {
    return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
