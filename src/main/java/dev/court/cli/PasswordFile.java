package dev.court.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.terminal.InputLines;
import java.io.ByteArrayInputStream;

/** Reads a password from the first line of a file that only its owner can read. */
public final class PasswordFile {
  private static final int MOST_BYTES = 8_000;

  private PasswordFile() {}

  /**
   * The password.
   *
   * @throws dev.court.booking.InvalidRequest when there is no such file, or others can read it
   */
  public static String read(String name) {
    byte[] bytes = PrivateFile.read(name, "--password-file", MOST_BYTES).getBytes(UTF_8);
    return InputLines.line(new ByteArrayInputStream(bytes)).orElse("");
  }
}
