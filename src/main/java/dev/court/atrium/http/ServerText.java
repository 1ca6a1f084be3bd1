package dev.court.atrium.http;

import dev.court.booking.Attempt;
import java.util.regex.Pattern;

/** Makes what a server says fit to be stored and shown. */
public final class ServerText {
  private static final int LONGEST_LINE = 300;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern UNPRINTABLE_BUT_LINES =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private ServerText() {}

  /** One line of at most 300 characters, without control characters or tokens. */
  public static String line(String text) {
    return cut(SPACES.matcher(clean(text, UNPRINTABLE)).replaceAll(" ").strip(), LONGEST_LINE);
  }

  /**
   * The text itself, as long as the history keeps it; control characters would act on a terminal.
   */
  public static String raw(String text) {
    String enough = text.substring(0, Math.min(text.length(), 4 * Attempt.MAX_RAW));
    return cut(clean(enough, UNPRINTABLE_BUT_LINES), Attempt.MAX_RAW);
  }

  private static String clean(String text, Pattern unwanted) {
    return Redaction.of(unwanted.matcher(text).replaceAll(" "));
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
