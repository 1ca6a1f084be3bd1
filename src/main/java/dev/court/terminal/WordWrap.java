package dev.court.terminal;

import java.util.List;

/** Words one after the other, in as many lines as the screen needs. */
public final class WordWrap {
  private WordWrap() {}

  /** What is not torn apart at the end of a line. */
  public record Chunk(String text, TextStyle tone) {}

  public static void print(List<Chunk> words, String gap, Screen screen) {
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (Chunk word : words) {
      if (width > 0 && !screen.fits(width + gap.length() + word.text().length())) {
        screen.line(line.toString());
        line.setLength(0);
        width = 0;
      }
      line.append(width == 0 ? "" : gap).append(screen.paint(word.text(), word.tone()));
      width += (width == 0 ? 0 : gap.length()) + word.text().length();
    }
    screen.line(line.toString());
  }
}
