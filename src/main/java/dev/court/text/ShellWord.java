package dev.court.text;

/** Text that a shell takes for one word, as it stands. */
public final class ShellWord {
  private static final String PLAIN = "[\\w./:=@,+-]+";

  private ShellWord() {}

  /** For every POSIX shell, and bare where no quotes are needed. */
  public static String of(String text) {
    return text.matches(PLAIN) ? text : quoted(text);
  }

  /** For every POSIX shell, bash and zsh among them; always between quotes. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** For fish, where a backslash keeps its meaning between quotes. */
  public static String fish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
