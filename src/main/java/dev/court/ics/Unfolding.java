package dev.court.ics;

import java.util.ArrayList;
import java.util.List;

/**
 * Unfolds content lines (RFC 5545, 3.1). Lines may end with CRLF, LF or CR. A line that was folded
 * without the blank that must begin its rest is unfolded too.
 */
final class Unfolding {
  private Unfolding() {}

  static List<ContentLine> lines(String text) {
    List<ContentLine> unfolded = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int begun = 0;
    int number = 0;
    for (String piece : text.split("\r\n|\n|\r", -1)) {
      number++;
      boolean isFolded = piece.startsWith(" ") || piece.startsWith("\t");
      if (!line.isEmpty() && (isFolded || isRestOfLine(piece))) {
        line.append(isFolded ? piece.substring(1) : piece);
      } else if (!piece.isBlank()) {
        add(unfolded, begun, line);
        begun = number;
        line.append(piece.strip());
      }
    }
    add(unfolded, begun, line);
    return unfolded;
  }

  private static boolean isRestOfLine(String piece) {
    return !piece.isBlank() && !ContentLine.hasName(piece);
  }

  private static void add(List<ContentLine> unfolded, int begun, StringBuilder line) {
    if (!line.isEmpty()) {
      unfolded.add(ContentLine.of(begun, line.toString()));
      line.setLength(0);
    }
  }
}
