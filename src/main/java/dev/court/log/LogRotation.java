package dev.court.log;

import dev.court.files.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Moves a full log aside and drops the oldest of three generations. One process at a time rotates;
 * the others go on writing to the file as it is. A line that another process writes in that moment
 * lands in the file that was moved, and is not lost.
 */
final class LogRotation {
  private final Path file;
  private final long limit;

  LogRotation(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  static List<Path> generations(Path file) {
    return List.of(file, sibling(file, ".1"), sibling(file, ".2"));
  }

  /** Rotates when the file has no room for so many bytes more. */
  void makeRoom(int bytes) throws IOException {
    if (isFull(bytes)) {
      synchronized (LogRotation.class) {
        rotate(bytes);
      }
    }
  }

  private boolean isFull(int bytes) throws IOException {
    try {
      long size = Files.size(file);
      return size > 0 && size + bytes > limit;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The lock has a file of its own, since the log itself changes its name. */
  private void rotate(int bytes) throws IOException {
    Path place = sibling(file, ".lock");
    RegularFile.check(place);
    try (FileChannel channel =
            FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      // another process may have rotated since the first look
      if (lock != null && isFull(bytes)) {
        move();
      }
    }
  }

  private void move() throws IOException {
    List<Path> generations = generations(file);
    for (int older = generations.size() - 1; older > 0; older--) {
      Path newer = generations.get(older - 1);
      if (Files.exists(newer)) {
        Files.move(newer, generations.get(older), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
