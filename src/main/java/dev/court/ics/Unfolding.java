package dev.court.ics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.court.booking.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unfolds the content lines of a file (RFC 5545, 3.1). A fold may come after any octet: inside a
 * character, and before the colon that makes the line one. So octets are joined first, and the
 * joined line is decoded and looked at. Lines may end with CRLF, LF or CR; empty lines are passed
 * over.
 */
final class Unfolding {
  /** The byte order mark of UTF-8. */
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*+)(?:\\r\\n|\\n|\\r|\\z)");
  private static final int MOST_LINES = 500_000;

  private Unfolding() {}

  /**
   * A line of octets, each as the character of its number.
   *
   * @param number of its first line in the file, from 1
   */
  private record OctetLine(int number, StringBuilder octets) {

    ContentLine decoded() {
      return ContentLine.of(number, LenientText.of(octets.toString().strip().getBytes(ISO_8859_1)));
    }
  }

  /**
   * The lines of a file; the first one is taken to have a name.
   *
   * @throws InvalidRequest when there are too many
   */
  static List<ContentLine> lines(byte[] file) {
    return joined(unfolded(octets(file))).stream().map(OctetLine::decoded).toList();
  }

  /** The octets without a byte order mark, each as the character of its number. */
  static String octets(byte[] file) {
    String octets = new String(file, ISO_8859_1);
    return octets.startsWith(MARK) ? octets.substring(MARK.length()) : octets;
  }

  private static List<OctetLine> unfolded(String file) {
    List<OctetLine> lines = new ArrayList<>();
    int number = 0;
    Matcher line = LINE.matcher(file);
    while (line.find()) {
      number++;
      String piece = line.group(1);
      boolean isFolded = piece.startsWith(" ") || piece.startsWith("\t");
      if (isFolded && !lines.isEmpty()) {
        last(lines).append(piece, 1, piece.length());
      } else if (!piece.isBlank()) {
        lines.add(new OctetLine(number, new StringBuilder(piece)));
        checkSize(lines);
      }
    }
    return lines;
  }

  /** Some programs fold without the blank that must begin the rest: a rest has no name. */
  private static List<OctetLine> joined(List<OctetLine> lines) {
    List<OctetLine> joined = new ArrayList<>();
    for (OctetLine line : lines) {
      if (joined.isEmpty() || ContentLine.hasName(line.octets())) {
        joined.add(line);
      } else {
        last(joined).append(line.octets());
      }
    }
    return joined;
  }

  private static void checkSize(List<OctetLine> lines) {
    if (lines.size() > MOST_LINES) {
      throw new InvalidRequest(
          "has more than %s lines: export fewer days of it".formatted(MOST_LINES));
    }
  }

  private static StringBuilder last(List<OctetLine> lines) {
    return lines.get(lines.size() - 1).octets();
  }
}
