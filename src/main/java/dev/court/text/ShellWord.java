package dev.court.text;

/** Text as a shell takes it for one word. */
public final class ShellWord {
  private ShellWord() {}

  /** For bash, zsh and every other sh. */
  public static String sh(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** For fish, where a backslash keeps its meaning between quotes. */
  public static String fish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
