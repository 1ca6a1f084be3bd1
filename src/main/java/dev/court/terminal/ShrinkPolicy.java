package dev.court.terminal;

/**
 * How a column becomes narrower where the terminal is narrow.
 *
 * @param rank columns of the highest rank are left out first; a column of rank 0 stays
 * @param least the least width that is easy to read; 0 when its lines are not broken
 */
record ShrinkPolicy(int rank, int least, LineBreaks breaks) {
  static final ShrinkPolicy WHOLE = new ShrinkPolicy(0, 0, LineBreaks.betweenWords());

  ShrinkPolicy spared(int otherRank) {
    return new ShrinkPolicy(otherRank, least, breaks);
  }

  ShrinkPolicy wrapped(int otherLeast) {
    return new ShrinkPolicy(rank, otherLeast, LineBreaks.betweenWords());
  }

  ShrinkPolicy brokenUp(int otherLeast) {
    return new ShrinkPolicy(rank, otherLeast, LineBreaks.anywhere());
  }

  boolean isBroken() {
    return least > 0;
  }
}
