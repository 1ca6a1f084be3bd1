package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.session.PastedToken;
import dev.court.terminal.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a refresh token from standard input. Every user of a machine can see arguments. */
public final class TokenInput {
  /** A Keycloak token has one or two thousand characters. */
  private static final int LONGEST = 12_000;

  private TokenInput() {}

  public static PastedToken read(Console console) {
    if (console.isTerminal()) {
      console.err().println("Paste the refresh token, then Ctrl-D:");
      console.err().flush();
    }
    try {
      byte[] bytes = console.in().readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new InvalidRequest("standard input is too long for a token");
      }
      return PastedToken.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
