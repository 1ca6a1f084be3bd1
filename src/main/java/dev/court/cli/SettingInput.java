package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.terminal.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the value of a setting that does not stand on the command line, since it may be a secret.
 */
final class SettingInput {
  /** Much more than the channels and courts of anybody. */
  private static final int MOST_BYTES = 1_000_000;

  private final Console console;

  SettingInput(Console console) {
    this.console = console;
  }

  /**
   * The value without the line ends behind it.
   *
   * @param file null for standard input; at a terminal a hidden line is asked for
   * @throws InvalidRequest when there is none, or the file cannot be read or is open to others
   */
  String read(String name, String file) {
    String value = file == null ? given(name) : PrivateFile.read(file, "--from-file", MOST_BYTES);
    String trimmed = value.replaceFirst("[\\r\\n]+$", "");
    if (trimmed.isBlank()) {
      throw new InvalidRequest(
          "no value for %s: give it on standard input or with --from-file".formatted(name));
    }
    return trimmed;
  }

  private String given(String name) {
    return console.isTerminal()
        ? HiddenInput.ask(console, name + " (not shown): ", "value", "--from-file")
        : all();
  }

  private String all() {
    try {
      byte[] bytes = console.in().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InvalidRequest("standard input is too long for a setting");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
