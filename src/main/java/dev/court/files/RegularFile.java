package dev.court.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Keeps away from what stands in the place of a file and is none: to open a pipe would wait for its
 * other end, and a device such as {@code /dev/zero} has no end.
 */
public final class RegularFile {
  private static final int KIND_BITS = 0xf000;
  private static final int PIPE = 0x1000;
  private static final Path OPEN_FILES = Path.of("/dev/fd");

  private RegularFile() {}

  /**
   * Whether something is there that is no regular file. A link counts as what it leads to, and one
   * that leads nowhere as nothing. The path is looked at once: between two looks another process
   * may take a regular file away, which would then be told as something else.
   */
  public static boolean isSomethingElse(Path path) {
    try {
      return !Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
    } catch (IOException e) {
      return false; // nothing is there, or whoever opens it is told why that cannot be done
    }
  }

  /**
   * Returns when there is a regular file, or nothing.
   *
   * @throws FileSystemException when something else is there; its reason says what
   */
  public static void check(Path path) throws IOException {
    if (isSomethingElse(path)) {
      throw failure(path, Files.isDirectory(path) ? "it is a folder" : "it is a pipe or a device");
    }
  }

  /**
   * Returns when the file can be opened without waiting for somebody who writes or reads at its
   * other end. Such a pipe has a name in a folder; one that a shell hands over, as in {@code
   * <(command)}, has none and passes.
   *
   * @throws FileSystemException when it is a pipe with a name
   */
  public static void refuseNamedPipe(Path path) throws IOException {
    if (isSomethingElse(path) && hasPlace(path) && isPipe(path)) {
      throw failure(path, "it is a pipe: give a file");
    }
  }

  private static boolean hasPlace(Path path) {
    if (path.startsWith(OPEN_FILES)) {
      return false; // where the open files of a process are no links, as on a Mac
    }
    try {
      Path unused = path.toRealPath();
      return true;
    } catch (IOException e) {
      return false; // the link below /dev/fd leads to no path
    }
  }

  private static boolean isPipe(Path path) throws IOException {
    try {
      int mode = (Integer) Files.getAttribute(path, "unix:mode");
      return (mode & KIND_BITS) == PIPE;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return false; // this system has no such pipes
    }
  }

  /**
   * All that the file holds.
   *
   * @throws java.nio.file.NoSuchFileException when there is no file
   * @throws FileSystemException when it is no regular file, or longer than {@code mostBytes}
   */
  public static byte[] read(Path file, int mostBytes) throws IOException {
    check(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw failure(file, "it is longer than %s bytes".formatted(mostBytes));
      }
      return bytes;
    }
  }

  private static FileSystemException failure(Path path, String reason) {
    return new FileSystemException(path.toString(), null, reason);
  }
}
