package dev.court.model;

/**
 * What goes back over a connection.
 *
 * @param isKept whether the connection stays open after it
 */
record Wire(String text, boolean isKept) {
  /** The connection ends without a word. */
  static final Wire CUT = new Wire("", false);
}
