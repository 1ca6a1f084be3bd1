package dev.court.ics;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts folded lines together again (RFC 5545, 3.1). Lines may end as on any system, and what was
 * folded without the blank that belongs there is taken as it was meant.
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
      if (!line.isEmpty() && (isFolded || isRest(piece))) {
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

  private static boolean isRest(String piece) {
    return !piece.isBlank() && !ContentLine.isOne(piece);
  }

  private static void add(List<ContentLine> unfolded, int begun, StringBuilder line) {
    if (!line.isEmpty()) {
      unfolded.add(ContentLine.of(begun, line.toString()));
      line.setLength(0);
    }
  }
}
