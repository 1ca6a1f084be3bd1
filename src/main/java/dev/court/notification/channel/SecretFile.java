package dev.court.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SetupProblem;
import dev.court.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A secret on the first line of a file that only its owner can read. */
final class SecretFile {
  private static final int MOST_BYTES = 8_000;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private SecretFile() {}

  static Secret read(Path file) {
    String text = text(file).lines().findFirst().orElse("").strip();
    if (text.isEmpty()) {
      throw new SetupProblem("the first line of %s is empty".formatted(file));
    }
    return Secret.of(text);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      refuseWhenOpenToOthers(file);
      return new String(in.readNBytes(MOST_BYTES), UTF_8);
    } catch (NoSuchFileException e) {
      throw new SetupProblem("there is no file %s".formatted(file), e);
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot read %s (%s)".formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  private static void refuseWhenOpenToOthers(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix
        && Files.isRegularFile(file)
        && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new SetupProblem("%s is open to others: run chmod 600 %s".formatted(file, file));
    }
  }
}
