package dev.court.cli;

import dev.court.booking.SetupProblem;
import dev.court.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The file that a command writes in place of standard output. Others may read it meanwhile. */
final class OutputFile {
  private final Path file;

  OutputFile(Path file) {
    this.file = file;
  }

  /**
   * Replaces what is there in one step, with the permissions that any new file gets. A file with
   * the same text is left alone, so that programs which look at its date do not fetch it again.
   *
   * @throws SetupProblem when it cannot be written
   */
  void write(String text) {
    try {
      Path place = AtomicFile.place(file);
      if (Files.isDirectory(place)) {
        throw new SetupProblem(file + " is a folder: name a file in it");
      }
      if (!Files.exists(place) || !holds(place, text)) {
        AtomicFile.replace(place, text);
      }
    } catch (IOException e) {
      throw new SetupProblem("%s cannot be written: %s".formatted(file, reason(e)), e);
    }
  }

  private static boolean holds(Path place, String text) throws IOException {
    return Arrays.equals(Files.readAllBytes(place), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "there is no such folder";
      case "AccessDeniedException" -> "this user must not write there";
      default -> String.valueOf(e.getMessage());
    };
  }
}
