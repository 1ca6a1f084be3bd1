package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.files.FileTrouble;
import dev.court.files.OpenToOthersException;
import dev.court.files.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that an option names and that only its owner can read, since it holds a secret. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Its text.
   *
   * @param option the option that names it, such as {@code --password-file}
   * @param mostBytes more is not read
   * @throws InvalidRequest when there is no such file, or others can read it
   */
  public static String read(String name, String option, int mostBytes) {
    try {
      return OwnerOnlyFile.read(Path.of(name), mostBytes);
    } catch (InvalidPathException | NoSuchFileException e) {
      // What stands there may be the secret itself.
      throw new InvalidRequest("there is no such file as %s names".formatted(option));
    } catch (OpenToOthersException e) {
      throw new InvalidRequest(
          "the file of %s is open to others: run chmod 600 %s".formatted(option, name));
    } catch (IOException e) {
      String reason = FileTrouble.reason(e);
      throw new InvalidRequest("the file of %s cannot be read: %s".formatted(option, reason));
    }
  }
}
