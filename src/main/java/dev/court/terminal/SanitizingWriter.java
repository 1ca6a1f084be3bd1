package dev.court.terminal;

import dev.court.text.ControlCharacters;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Replaces control characters but line feeds and tabs, wherever the text came from. */
final class SanitizingWriter extends FilterWriter {
  private SanitizingWriter(Writer out) {
    super(out);
  }

  /** A writer that flushes after each line. */
  static PrintWriter before(PrintWriter out) {
    return new PrintWriter(new SanitizingWriter(out), true);
  }

  @Override
  public void write(int letter) throws IOException {
    write(String.valueOf((char) letter), 0, 1);
  }

  @Override
  public void write(char[] letters, int from, int length) throws IOException {
    write(String.valueOf(letters, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(ControlCharacters.lines(text.substring(from, from + length)));
  }
}
