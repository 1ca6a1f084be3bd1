package dev.court.terminal;

import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** What a colour says. The words say it too: nothing is told by colour alone. */
public enum TextStyle {
  NONE,
  HEADING(Style.bold),
  GOOD(Style.fg_green),
  BUSY(Style.fg_cyan),
  BAD(Style.fg_red),
  DOUBTFUL(Style.fg_yellow),
  FAINT(Style.faint);

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

  /** Ends all styles: what picocli ends bold with, 21, underlines twice on many terminals. */
  private static final String OFF = Style.on(Style.reset);

  private final String on;

  TextStyle(IStyle... styles) {
    this.on = Style.on(styles);
  }

  /** The tone of a status or of a verdict, which may have more words behind it. */
  static TextStyle of(String words) {
    int end = words.indexOf(',');
    return OF_WORDS.getOrDefault(end < 0 ? words : words.substring(0, end), NONE);
  }

  /** The codes around it, whatever it holds: picocli's markup would look into the text. */
  String paint(String text) {
    return this == NONE || text.isEmpty() ? text : on + text + OFF;
  }
}
