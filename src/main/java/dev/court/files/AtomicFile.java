package dev.court.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Replaces a file in one step. A reader finds the old text or the new text, complete, also when the
 * process is killed.
 */
public final class AtomicFile {
  /** As many links as Linux follows; more of them are a circle. */
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /**
   * Writes {@code text} in UTF-8 into a second file, which takes the place of the first, with its
   * permissions and, where this user may give them, its owner and group. A file that was not there
   * gets the permissions that any new file gets. A link goes on to lead to the file.
   */
  public static void replace(Path file, String text) throws IOException {
    replace(file, text, Optional.empty());
  }

  /**
   * The same.
   *
   * @param wanted the permissions afterwards, instead of those of the file that was there
   */
  public static void replace(Path file, String text, Optional<FilePermissions> wanted)
      throws IOException {
    Path place = place(file);
    Optional<FilePermissions> permissions =
        wanted.isPresent() || !Files.exists(place) ? wanted : FilePermissions.of(place);
    // a name for each process, since two may write at the same time
    String name = ".%s.%s".formatted(place.getFileName(), ProcessHandle.current().pid());
    Path fresh = place.resolveSibling(name);
    try {
      Files.deleteIfExists(fresh);
      if (permissions.isPresent()) {
        // never open to more people than the file, not even while it is written
        Files.createFile(fresh, FilePermissions.ofNewFile(fresh));
      }
      Files.writeString(fresh, text);
      if (Files.exists(place)) {
        FilePermissions.copyOwner(place, fresh);
      }
      if (permissions.isPresent()) {
        permissions.get().set(fresh);
      }
      Files.move(fresh, place, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Where the text stands, or will stand: the file that a link leads to, else the path itself.
   *
   * @throws FileSystemException when links lead in a circle
   */
  public static Path place(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path place = file.toAbsolutePath();
    for (int link = 0; Files.isSymbolicLink(place); link++) {
      if (link == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "links lead in a circle");
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }
}
