package dev.court.ics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes content lines that end with CRLF, folded to 75 octets at most (RFC 5545, 3.1). */
final class ContentWriter {
  private static final int LONGEST = 75;
  private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}&&[^\\t]]");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\;,]");

  private final StringBuilder out = new StringBuilder();

  /** A line whose text is already escaped. */
  ContentWriter line(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (octets + octets(codePoint) > LONGEST) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(codePoint);
      octets += octets(codePoint);
      i += Character.charCount(codePoint);
    }
    out.append("\r\n");
    return this;
  }

  /** A property whose value is TEXT (RFC 5545, 3.3.11). */
  ContentWriter text(String property, String value) {
    String oneLine = value.replace("\r\n", "\n");
    String escaped =
        SPECIAL
            .matcher(oneLine)
            .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()))
            .replace("\n", "\\n");
    return line(property + ":" + NOT_IN_A_LINE.matcher(escaped).replaceAll(" "));
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** In UTF-8. */
  private static int octets(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
