package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.terminal.InputLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A password in a file, the first line of it; a file that others can read is refused. */
final class PasswordFile {
  private static final int MOST_BYTES = 8_000;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PasswordFile() {}

  /**
   * The password.
   *
   * @throws InvalidRequest when there is no such file, or others can read it
   */
  static String read(String name) {
    try {
      Path file = Path.of(name);
      try (InputStream in = Files.newInputStream(file)) {
        refuseWhenOpenToOthers(file);
        return InputLines.line(new ByteArrayInputStream(in.readNBytes(MOST_BYTES))).orElse("");
      }
    } catch (InvalidPathException | NoSuchFileException e) {
      throw new InvalidRequest("no password file %s".formatted(name));
    } catch (IOException e) {
      throw new InvalidRequest("cannot read password file %s: %s".formatted(name, e.getMessage()));
    }
  }

  private static void refuseWhenOpenToOthers(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix
        && Files.isRegularFile(file)
        && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new InvalidRequest(
          "password file %s is open to others: run chmod 600 %s".formatted(file, file));
    }
  }
}
