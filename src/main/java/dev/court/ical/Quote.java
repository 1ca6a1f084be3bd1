package dev.court.ical;

/** A piece of what a person typed, fit for a message of one line. */
final class Quote {
  private static final int LONGEST = 40;

  private Quote() {}

  static String of(String piece) {
    String shown = piece.length() > LONGEST ? piece.substring(0, LONGEST) + "..." : piece;
    // Control characters would break the line, or drive the terminal.
    return "'" + shown.replaceAll("\\p{C}", "?") + "'";
  }
}
