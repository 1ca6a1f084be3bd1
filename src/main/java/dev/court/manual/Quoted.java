package dev.court.manual;

/** Text as a shell takes it for one word. */
final class Quoted {
  private Quoted() {}

  /** For bash, zsh and every other sh. */
  static String sh(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** For fish, where a backslash keeps its meaning between quotes. */
  static String fish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
