package dev.court.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a line may be broken: at blanks and beside wide characters, as East Asian text is. A word
 * in narrow letters may be an id and stays whole, unless the text is known to hold none.
 */
public final class LineBreaks {
  private final boolean anywhere;

  private LineBreaks(boolean anywhere) {
    this.anywhere = anywhere;
  }

  /** Never within a word in narrow letters: a line that holds one may be too long. */
  public static LineBreaks betweenWords() {
    return new LineBreaks(false);
  }

  /** Within a word too, between two characters, when it does not fit a line of its own. */
  public static LineBreaks anywhere() {
    return new LineBreaks(true);
  }

  /** The width of the widest part that cannot be broken; at most {@code enough} if all can. */
  public int widest(String text, int enough) {
    int widest = 0;
    for (String word : text.split(" ", -1)) {
      for (String piece : pieces(word)) {
        widest = Math.max(widest, Cells.width(piece));
      }
    }
    return anywhere ? Math.min(widest, enough) : widest;
  }

  /** The text in lines of at most this width where its breaks allow; at least one line. */
  public List<String> lines(String text, int width) {
    if (Cells.width(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String gap = line.isEmpty() ? "" : " ";
      if (Cells.width(line + gap + word) <= width) {
        line.append(gap).append(word);
      } else {
        breakWithin(gap, word, width, line, lines);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private void breakWithin(
      String gap, String word, int width, StringBuilder line, List<String> lines) {
    String before = gap;
    boolean inPieces = Cells.width(word) > width;
    for (String piece : inPieces ? piecesFor(word, width) : List.of(word)) {
      if (!line.isEmpty() && Cells.width(line + before + piece) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : before).append(piece);
      before = "";
    }
  }

  private List<String> piecesFor(String word, int width) {
    return pieces(word).stream()
        .flatMap(
            piece ->
                anywhere && Cells.width(piece) > width
                    ? Cells.clusters(piece).stream()
                    : List.of(piece).stream())
        .toList();
  }

  /** Wide characters one by one, and what lies between them. */
  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    StringBuilder narrow = new StringBuilder();
    for (String cluster : Cells.clusters(word)) {
      if (Cells.width(cluster) < 2) {
        narrow.append(cluster);
      } else {
        end(narrow, pieces);
        pieces.add(cluster);
      }
    }
    end(narrow, pieces);
    return pieces;
  }

  private static void end(StringBuilder piece, List<String> pieces) {
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
      piece.setLength(0);
    }
  }
}
