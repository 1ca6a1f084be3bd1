package dev.court.terminal;

import java.util.List;

/** Prints chunks of text one after the other, in as many lines as the screen needs. */
public final class WordWrap {
  private WordWrap() {}

  /** A text that stays in one line. */
  public record Chunk(String text, TextStyle style) {}

  /**
   * Prints them.
   *
   * @param gap stands between two chunks in a line
   */
  public static void print(List<Chunk> chunks, String gap, Screen screen) {
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (Chunk chunk : chunks) {
      int wide = Cells.width(chunk.text());
      if (width > 0 && !screen.fits(width + Cells.width(gap) + wide)) {
        screen.line(line.toString());
        line.setLength(0);
        width = 0;
      }
      line.append(width == 0 ? "" : gap).append(screen.paint(chunk.text(), chunk.style()));
      width += (width == 0 ? 0 : Cells.width(gap)) + wide;
    }
    screen.line(line.toString());
  }
}
