package dev.court.atrium.reservations;

/**
 * A text that can be looked at so many times and no more. A regular expression such as {@code
 * (x+x+)+y} would go through it for years.
 */
final class LimitedText implements CharSequence {
  private final String text;
  private int looksLeft;

  LimitedText(String text, int looks) {
    this.text = text;
    this.looksLeft = looks;
  }

  /** Thrown by a look that is one too many. */
  static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super("too many looks at one text", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (looksLeft == 0) {
      throw new TooManyLooks();
    }
    looksLeft--;
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
