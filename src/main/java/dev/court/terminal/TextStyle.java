package dev.court.terminal;

import java.util.Map;

/** The colour or weight of a text. The words say the same: nothing is told by colour alone. */
public enum TextStyle {
  NONE(0),
  HEADING(1),
  GOOD(32),
  BUSY(36),
  BAD(31),
  DOUBTFUL(33),
  FAINT(2);

  private static final Map<String, TextStyle> OF_WORDS =
      Map.ofEntries(
          Map.entry("success", GOOD),
          Map.entry("booked", GOOD),
          Map.entry("ok", GOOD),
          Map.entry("in_flight", BUSY),
          Map.entry("waiting", BUSY),
          Map.entry("failed", BAD),
          Map.entry("missed", BAD),
          Map.entry("lost", BAD),
          Map.entry("trouble", BAD),
          Map.entry("unknown", DOUBTFUL),
          Map.entry("warning", DOUBTFUL),
          Map.entry("paused", FAINT),
          Map.entry("ended", FAINT),
          Map.entry("skipped", FAINT),
          Map.entry("cancelled", FAINT));

  /** Ends all styles, since 21, which ends bold alone, underlines twice on many terminals. */
  private static final String OFF = sgr(0);

  private final String on;

  /** Takes a parameter of SGR, Select Graphic Rendition (ECMA-48, 8.3.117). */
  TextStyle(int parameter) {
    this.on = sgr(parameter);
  }

  /** The style of a status or a verdict, which may have more words behind a comma. */
  static TextStyle of(String words) {
    int end = words.indexOf(',');
    return OF_WORDS.getOrDefault(end < 0 ? words : words.substring(0, end), NONE);
  }

  /** The text between the codes that begin and end the style; an empty text stays empty. */
  String paint(String text) {
    return this == NONE || text.isEmpty() ? text : on + text + OFF;
  }

  private static String sgr(int parameter) {
    return "\u001b[" + parameter + "m";
  }
}
