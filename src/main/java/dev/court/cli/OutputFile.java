package dev.court.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.court.booking.SetupProblem;
import dev.court.files.AtomicFile;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The file that a command writes in place of standard output. Others may read it meanwhile. */
final class OutputFile {
  private final Path file;
  private final Optional<FilePermissions> wanted;

  /**
   * The file of that name.
   *
   * @param wanted who may read it afterwards; empty to keep what is, or as any new file
   */
  OutputFile(Path file, Optional<FilePermissions> wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /**
   * Replaces what is there in one step. A file with the same text is left alone, so that programs
   * which look at its date do not fetch it again. A device or a pipe is written to.
   *
   * @throws SetupProblem when it cannot be written
   */
  void write(String text) {
    try {
      if (Files.isDirectory(file)) {
        throw new SetupProblem(file + " is a folder: name a file in it");
      }
      if (RegularFile.isSomethingElse(file)) {
        Files.write(file, text.getBytes(UTF_8), WRITE);
      } else {
        replace(AtomicFile.place(file), text.getBytes(UTF_8), text);
      }
    } catch (IOException e) {
      throw new SetupProblem("%s cannot be written: %s".formatted(file, reason(e)), e);
    }
  }

  private void replace(Path place, byte[] bytes, String text) throws IOException {
    if (!holds(place, bytes)) {
      AtomicFile.replace(place, text, wanted);
    } else if (wanted.isPresent()) {
      wanted.get().set(place);
    }
  }

  private static boolean holds(Path place, byte[] bytes) throws IOException {
    return Files.exists(place)
        && Files.size(place) == bytes.length
        && Arrays.equals(Files.readAllBytes(place), bytes);
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "there is no such folder";
      case "AccessDeniedException" -> "this user must not write there";
      default -> FileTrouble.reason(e);
    };
  }
}
