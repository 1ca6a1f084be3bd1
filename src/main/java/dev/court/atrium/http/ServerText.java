package dev.court.atrium.http;

import dev.court.booking.Attempt;
import dev.court.secret.Redaction;
import dev.court.text.Excerpt;
import dev.court.text.InvisibleCharacters;
import java.util.regex.Pattern;

/** Makes a server's text fit to be stored and shown. */
public final class ServerText {
  private static final int LONGEST_LINE = 300;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private ServerText() {}

  /** One line of at most 300 characters, without control characters or tokens. */
  public static String line(String text) {
    String clean = Redaction.of(InvisibleCharacters.blanked(text));
    return Excerpt.marked(SPACES.matcher(clean).replaceAll(" ").strip(), LONGEST_LINE);
  }

  /**
   * The text with its lines, cut at the length that the history keeps, without tokens and control
   * characters, which would act on a terminal.
   */
  public static String raw(String text) {
    String enough = Excerpt.start(text, 4 * Attempt.MAX_RAW);
    return Excerpt.marked(Redaction.of(InvisibleCharacters.blankedLines(enough)), Attempt.MAX_RAW);
  }
}
