package dev.court.session;

/** What a session will be like at an opening, as far as anyone can tell beforehand. */
public enum SessionForecast {
  /** What is stored lives to see it, though nothing refreshes it. */
  ALIVE("alive"),

  /** As long as {@code run-due} refreshes it, and the realm does not end it first. */
  KEPT("kept"),

  /** Should it end, remembered credentials begin a new one. */
  RENEWED("renewed"),

  /** It is known to end before, and nothing follows it. */
  ENDS_BEFORE("ends-before"),

  /** Sessions such as this have ended sooner, and nothing follows it. */
  LIKELY_ENDS_BEFORE("likely-ends-before"),

  /** The token was never tried, or the automatic sign-in is in trouble. */
  NOT_KNOWN("not-known"),

  /** It is over already, and nothing follows it. */
  ENDED("ended"),

  /** There is none. */
  SIGNED_OUT("signed-out");

  private final String word;

  SessionForecast(String word) {
    this.word = word;
  }

  /** The word in tables and for programs. */
  public String word() {
    return word;
  }
}
