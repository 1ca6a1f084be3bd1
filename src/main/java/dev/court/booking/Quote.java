package dev.court.booking;

/** What a person typed, repeated in a message of one line. */
public final class Quote {
  private static final int LONGEST = 40;

  private Quote() {}

  /** Between single quotes, as {@link #shortened}. */
  public static String of(String typed) {
    return "'" + shortened(typed) + "'";
  }

  /** The first 40 characters. Those that would break the line or drive the terminal become '?'. */
  public static String shortened(String typed) {
    String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST) + "..." : typed;
    return shown.replaceAll("\\p{C}", "?");
  }
}
