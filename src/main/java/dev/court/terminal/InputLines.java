package dev.court.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads standard input line by line, and no further, so that the next reader gets the rest. */
public final class InputLines {
  private static final int LONGEST = 12_000;

  private InputLines() {}

  /** The next line without its end; empty when there is none. */
  public static Optional<String> line(InputStream in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n' && bytes.size() < LONGEST) {
        bytes.write(next);
        next = in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String line = bytes.toString(StandardCharsets.UTF_8);
    return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }
}
