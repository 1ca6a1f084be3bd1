package dev.court.text;

import java.util.Locale;

/**
 * Text that drives no terminal. What people type and servers answer may hold control characters, of
 * which ESC begins orders to the terminal (ECMA-48), and marks that turn the direction of what
 * follows (UAX 9), which make one thing look like another.
 */
public final class ControlCharacters {
  private static final char INSTEAD = '?';

  private ControlCharacters() {}

  /** In one line: runs of line breaks and tabs become a blank, other control characters '?'. */
  public static String line(String text) {
    return isVisible(text) ? text : controlled(text.replaceAll("(?:\\t|\\R)+", " "));
  }

  /** In the lines it has: control characters but line feeds and tabs become '?'. */
  public static String lines(String text) {
    return isVisible(text) ? text : controlled(text);
  }

  /** The same JSON, with those characters as escapes, which JSON has them in strings only. */
  public static String json(String json) {
    if (isVisible(json)) {
      return json;
    }
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < json.length(); at++) {
      char letter = json.charAt(at);
      escaped.append(
          isHarmless(letter)
              ? String.valueOf(letter)
              : "\\u" + String.format(Locale.ROOT, "%04x", (int) letter));
    }
    return escaped.toString();
  }

  private static String controlled(String text) {
    StringBuilder visible = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      visible.append(isHarmless(letter) ? letter : INSTEAD);
    }
    return visible.toString();
  }

  private static boolean isVisible(String text) {
    return text.chars()
        .allMatch(letter -> isHarmless((char) letter) && letter != '\n' && letter != '\t');
  }

  private static boolean isHarmless(char letter) {
    return letter == '\n'
        || letter == '\t'
        || !(Character.isISOControl(letter) || endsLine(letter) || turnsDirection(letter));
  }

  private static boolean endsLine(char letter) {
    return letter == '\u2028' || letter == '\u2029';
  }

  private static boolean turnsDirection(char letter) {
    return (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= '\u2069');
  }
}
