package dev.court.terminal;

import dev.court.text.ControlCharacters;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * What data is laid out on: a terminal of some width, in colours or not, or something endlessly
 * wide. Whoever prints here has cleaned what it prints.
 */
public final class Screen {
  private static final int USUAL = 80;
  private static final int NARROWEST_HELP = 55;

  private final PrintWriter out;
  private final int columns;
  private final boolean colored;

  /**
   * A screen.
   *
   * @param columns 0 where nothing has to fit
   */
  public Screen(PrintWriter out, int columns, boolean colored) {
    this.out = out;
    this.columns = columns;
    this.colored = colored;
  }

  /** Whether a person looks at it, and it has an edge. */
  boolean isTerminal() {
    return columns > 0;
  }

  /** Whether a line of this width can be shown. */
  boolean fits(int width) {
    return columns == 0 || width <= columns;
  }

  /** How wide it is; 0 where nothing has to fit. */
  public int columns() {
    return columns;
  }

  /** For picocli's own help. */
  public Ansi ansi() {
    return colored ? Ansi.ON : Ansi.OFF;
  }

  /** Lines of help longer than that are hard to read, and picocli knows none that are shorter. */
  public int helpWidth() {
    return columns == 0 ? USUAL : Math.max(NARROWEST_HELP, Math.min(columns, USUAL));
  }

  /** In its colour where there are colours. */
  public String paint(String text, TextStyle tone) {
    return colored ? tone.paint(text) : text;
  }

  public void line(String text) {
    out.println(text);
  }

  /** A cell's text, such as can be painted. */
  public static String clean(String text) {
    return ControlCharacters.line(text).strip();
  }
}
