package dev.court.text;

import java.util.regex.Pattern;

/**
 * Cleaning of what strangers wrote before it is stored or compared: control characters, half
 * surrogate pairs, and format characters too, such as a zero-width space, which make two equal
 * looking names differ. It takes emoji that are joined apart, so {@link ControlCharacters} is for
 * what the user wrote.
 */
public final class InvisibleCharacters {
  private static final Pattern ANY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern ALL_BUT_LINES =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

  private InvisibleCharacters() {}

  /** In one line: each becomes a blank. */
  public static String blanked(String text) {
    return ANY.matcher(text).replaceAll(" ");
  }

  /** In the lines it has: each but line feeds and tabs becomes a blank. */
  public static String blankedLines(String text) {
    return ALL_BUT_LINES.matcher(text).replaceAll(" ");
  }
}
