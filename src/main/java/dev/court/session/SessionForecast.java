package dev.court.session;

/** Whether a session will be alive at an opening: the answer of {@link SessionOutlook#at}. */
public enum SessionForecast {
  /** The stored tokens are good until then, even without a refresh. */
  ALIVE("alive"),

  /** It is alive if {@code run-due} refreshes it and the realm does not end it earlier. */
  KEPT("kept"),

  /** If it ends, remembered credentials begin a new one. */
  RENEWED("renewed"),

  /** It ends earlier, and there are no credentials to begin a new one. */
  ENDS_BEFORE("ends-before"),

  /** Other sessions ended earlier, and there are no credentials to begin a new one. */
  LIKELY_ENDS_BEFORE("likely-ends-before"),

  /** The token was never tried, or the latest automatic sign-in failed. */
  NOT_KNOWN("not-known"),

  /** It has ended, and there are no credentials to begin a new one. */
  ENDED("ended"),

  /** There is no session. */
  SIGNED_OUT("signed-out");

  private final String word;

  SessionForecast(String word) {
    this.word = word;
  }

  /** The word in tables and in JSON. */
  public String word() {
    return word;
  }
}
