package dev.court.text;

/** A piece of what a person typed, fit for a message of one line. */
public final class Quote {
  private static final int LONGEST = 40;

  private Quote() {}

  public static String of(String piece) {
    String shown = piece.length() > LONGEST ? piece.substring(0, LONGEST) + "..." : piece;
    // Control characters would break the line, or drive the terminal.
    return "'" + shown.replaceAll("\\p{C}", "?") + "'";
  }
}
