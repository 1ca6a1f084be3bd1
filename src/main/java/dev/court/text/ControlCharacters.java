package dev.court.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that drives no terminal. What people type and servers answer may hold control characters, of
 * which ESC begins orders to the terminal (ECMA-48), and marks that turn the direction of what
 * follows (UAX 9), which make one thing look like another.
 */
public final class ControlCharacters {
  private static final char INSTEAD = '?';
  private static final String CONTROLS = "\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";
  private static final Pattern RUN = Pattern.compile("[" + CONTROLS + "]+");
  private static final Pattern RUN_WITHIN_LINE = Pattern.compile("[" + CONTROLS + "&&[^\\n]]+");

  /** With the blanks around it, and begun by a blank only at the first of them. */
  private static final Pattern LINE_BREAK = Pattern.compile("(?<! ) *+[\\t\\v][ \\t\\v]*+");

  private ControlCharacters() {}

  /**
   * In one line: a run of line breaks, tabs and the blanks around them becomes one blank, any other
   * control character becomes '?'.
   */
  public static String line(String text) {
    return isVisible(text) ? text : controlled(LINE_BREAK.matcher(text).replaceAll(" "));
  }

  /** In the lines it has: control characters but line feeds and tabs become '?'. */
  public static String lines(String text) {
    return isVisible(text) ? text : controlled(text);
  }

  /** In one line, without a trace of them: a run of control characters becomes one blank. */
  public static String blanked(String text) {
    return RUN.matcher(text).replaceAll(" ").strip();
  }

  /** In the lines it has, without a trace of them: a run of others becomes one blank. */
  public static String blankedLines(String text) {
    return RUN_WITHIN_LINE.matcher(text).replaceAll(" ").strip();
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
