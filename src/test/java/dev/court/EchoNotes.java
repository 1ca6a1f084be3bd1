package dev.court;

import dev.court.terminal.Console;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Writes behind a question for a password when the terminal shows what is typed in the moment in
 * which the question can be read.
 */
final class EchoNotes extends FilterWriter {
  private static final String QUESTION = "Password: ";

  private final StringBuilder line = new StringBuilder();

  private EchoNotes(Writer out) {
    super(out);
  }

  static Console on(Console console) {
    return new Console(
        console.in(),
        console.out(),
        new PrintWriter(new EchoNotes(console.err()), true),
        console.isTerminal(),
        console.hiddenLine(),
        console.columns());
  }

  @Override
  public void write(int letter) throws IOException {
    write(new char[] {(char) letter}, 0, 1);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.toCharArray(), from, length);
  }

  @Override
  public void write(char[] letters, int from, int length) throws IOException {
    out.write(letters, from, length);
    line.append(letters, from, length);
    line.delete(0, line.lastIndexOf("\n") + 1);
  }

  @Override
  public void flush() throws IOException {
    if (line.toString().endsWith(QUESTION)) {
      line.setLength(0);
      out.write(isEchoOn() ? "(shown) " : "");
    }
    super.flush();
  }

  private static boolean isEchoOn() throws IOException {
    Process stty = new ProcessBuilder("stty", "-a").redirectInput(Redirect.INHERIT).start();
    String settings = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return !settings.contains(" -echo ");
  }
}
