package dev.court.terminal;

import dev.court.text.ControlCharacters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What data is laid out on: a terminal with a width, or a file or pipe, where every line fits. The
 * caller has removed control characters from what it prints.
 */
public final class Screen {
  /** Less than this beside a head is hard to read. */
  private static final int LEAST_ROOM = 20;

  private static final int LITTLE = 2;

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

  /** Whether lines have to fit. */
  boolean isTerminal() {
    return columns > 0;
  }

  /** Whether a line of this width can be shown. */
  boolean fits(int width) {
    return columns == 0 || width <= columns;
  }

  /** The width in cells; 0 where nothing has to fit. */
  public int columns() {
    return columns;
  }

  public boolean isColored() {
    return colored;
  }

  /** The text in its style, or as it is where there are no colours. */
  public String paint(String text, TextStyle style) {
    return colored ? style.paint(text) : text;
  }

  public void line(String text) {
    out.println(text);
  }

  /**
   * A text behind a head, in lines that fit where that can be; what goes on stands below where the
   * text began, or a little to the right where that leaves no room. No word is broken.
   */
  public List<String> fitting(String head, String text) {
    String first = head + text;
    if (fits(Cells.width(first))) {
      return List.of(first);
    }
    boolean isBeside = columns - Cells.width(head) >= LEAST_ROOM;
    int indent = isBeside ? Cells.width(head) : LITTLE;
    String start = isBeside ? head : "";
    List<String> lines = new ArrayList<>();
    for (String line :
        LineBreaks.betweenWords().lines(isBeside ? text : first, Math.max(1, columns - indent))) {
      lines.add((start + line).stripTrailing());
      start = " ".repeat(indent);
    }
    return lines;
  }

  /** Prints such a text, to another stream than that of the data too. */
  public void print(String head, String text, PrintWriter to) {
    fitting(head, text).forEach(to::println);
  }

  /** The text of a cell: one line without control characters, so that it can be painted. */
  public static String clean(String text) {
    return ControlCharacters.line(text).strip();
  }
}
