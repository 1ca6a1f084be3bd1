package dev.court.terminal;

/**
 * What a column gives up where the terminal is narrow.
 *
 * @param rank columns of the highest are left out first; 0 stays
 * @param least the narrowest that is pleasant to read; 0 when its lines are not broken
 */
record Fit(int rank, int least, Breaks breaks) {
  static final Fit WHOLE = new Fit(0, 0, Breaks.betweenWords());

  Fit spared(int otherRank) {
    return new Fit(otherRank, least, breaks);
  }

  Fit wrapped(int otherLeast) {
    return new Fit(rank, otherLeast, Breaks.betweenWords());
  }

  Fit brokenUp(int otherLeast) {
    return new Fit(rank, otherLeast, Breaks.anywhere());
  }

  boolean isBroken() {
    return least > 0;
  }
}
