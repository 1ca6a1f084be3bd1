package dev.court.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that others read while it is written: they find the old one or the new one, whole. */
final class AtomicFile {
  private final Path file;

  AtomicFile(Path file) {
    this.file = file;
  }

  /**
   * Takes the place of what is there in one step, with the permissions that any new file gets. What
   * is equal already is left alone, so that it is not fetched again.
   *
   * @throws SetupProblem when it cannot be written
   */
  void write(String text) {
    try {
      // a link goes on to lead to the file
      Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.isDirectory(place)) {
        throw new SetupProblem(file + " is a folder: name a file in it");
      }
      if (!Files.exists(place) || !holds(place, text)) {
        replace(place, text);
      }
    } catch (IOException e) {
      throw new SetupProblem("%s cannot be written: %s".formatted(file, reason(e)), e);
    }
  }

  private static boolean holds(Path place, String text) throws IOException {
    return Arrays.equals(Files.readAllBytes(place), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void replace(Path place, String text) throws IOException {
    Path whole =
        place.resolveSibling(
            ".%s.%s".formatted(place.getFileName(), ProcessHandle.current().pid()));
    try {
      Files.writeString(whole, text);
      Files.move(whole, place, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "there is no such folder";
      case "AccessDeniedException" -> "this user must not write there";
      default -> String.valueOf(e.getMessage());
    };
  }
}
