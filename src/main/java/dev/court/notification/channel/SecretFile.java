package dev.court.notification.channel;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.files.OpenToOthersException;
import dev.court.files.OwnerOnlyFile;
import dev.court.files.RegularFile;
import dev.court.secret.Secret;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a secret from the first line of a file that only its owner can read. */
final class SecretFile {
  private static final int MOST_BYTES = 8_000;

  private SecretFile() {}

  static Secret read(Path file) {
    String text = text(file).lines().findFirst().orElse("").strip();
    if (text.isEmpty()) {
      throw new SetupProblem("the first line of %s is empty".formatted(file));
    }
    return Secret.of(text);
  }

  private static String text(Path file) {
    try {
      RegularFile.check(file);
      return OwnerOnlyFile.read(file, MOST_BYTES);
    } catch (NoSuchFileException e) {
      throw new SetupProblem("there is no file %s".formatted(file), e);
    } catch (OpenToOthersException e) {
      throw new SetupProblem("%s is open to others: run chmod 600 %s".formatted(file, file), e);
    } catch (IOException e) {
      throw new SetupProblem("cannot read %s (%s)".formatted(file, FileTrouble.reason(e)), e);
    }
  }
}
