package dev.court.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.InvalidRequest;
import dev.court.files.OpenToOthersException;
import dev.court.files.OwnerOnlyFile;
import dev.court.terminal.InputLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a password from the first line of a file that only its owner can read. */
final class PasswordFile {
  private static final int MOST_BYTES = 8_000;

  private PasswordFile() {}

  /**
   * The password.
   *
   * @throws InvalidRequest when there is no such file, or others can read it
   */
  static String read(String name) {
    try {
      byte[] bytes = OwnerOnlyFile.read(Path.of(name), MOST_BYTES).getBytes(UTF_8);
      return InputLines.line(new ByteArrayInputStream(bytes)).orElse("");
    } catch (InvalidPathException | NoSuchFileException e) {
      // What stands there may be the password itself.
      throw new InvalidRequest("there is no such file as --password-file names");
    } catch (OpenToOthersException e) {
      throw new InvalidRequest(
          "password file %s is open to others: run chmod 600 %s".formatted(name, name));
    } catch (IOException e) {
      String reason =
          e instanceof FileSystemException file && file.getReason() != null
              ? file.getReason()
              : e.getMessage();
      throw new InvalidRequest("the file of --password-file cannot be read: " + reason);
    }
  }
}
