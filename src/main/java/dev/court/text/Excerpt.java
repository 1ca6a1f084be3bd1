package dev.court.text;

/** The beginning of a long text. It never ends in half a surrogate pair. */
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

  private static int end(String text, int most) {
    return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
