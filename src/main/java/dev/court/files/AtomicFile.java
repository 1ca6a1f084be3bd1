package dev.court.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Replaces a file in one step. A reader finds the old text or the new text, complete, also when the
 * process is killed.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes {@code text} in UTF-8 into a second file, which takes the place of the first. It gets
   * the permissions that any new file gets. A link goes on to lead to the file.
   */
  public static void replace(Path file, String text) throws IOException {
    Path place = place(file);
    // a name for each process, since two may write at the same time
    String name = ".%s.%s".formatted(place.getFileName(), ProcessHandle.current().pid());
    Path fresh = place.resolveSibling(name);
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, place, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Where the text stands: the file that a link leads to, else the path itself. */
  public static Path place(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }
}
