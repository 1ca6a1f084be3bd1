package dev.court.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A file that this process has locked. The lock ends with the process at the latest. */
public final class LockedFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private Runnable whenClosed = () -> {};

  private LockedFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * For the process that the file stands for, and for one that deletes it.
   *
   * @return empty when it is locked, or was deleted or replaced meanwhile
   */
  static Optional<LockedFile> alone(Path path) throws IOException {
    return locked(path, StandardOpenOption.WRITE, false);
  }

  /** For one that only looks, beside others that look. Empty when locked. */
  static Optional<LockedFile> together(Path path) throws IOException {
    return locked(path, StandardOpenOption.READ, true);
  }

  private static Optional<LockedFile> locked(Path path, StandardOpenOption access, boolean shared)
      throws IOException {
    // To open a pipe would wait for its other end.
    BasicFileAttributes before = attributes(path);
    if (!before.isRegularFile()) {
      throw new IOException(path + " is no regular file");
    }
    LockedFile file =
        new LockedFile(path, FileChannel.open(path, Set.of(access, LinkOption.NOFOLLOW_LINKS)));
    boolean isLocked = false;
    try {
      isLocked =
          file.channel.tryLock(0, Long.MAX_VALUE, shared) != null
              && Objects.equals(before.fileKey(), attributes(path).fileKey());
    } catch (OverlappingFileLockException e) {
      // Another run of this process holds it.
    } finally {
      if (!isLocked) {
        file.close();
      }
    }
    return isLocked ? Optional.of(file) : Optional.empty();
  }

  /** By its key it is seen whether a path leads to another file by now. */
  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Gives itself back, and will say once that the lock has ended. */
  LockedFile whenClosed(Runnable told) {
    whenClosed = told;
    return this;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** Deletes the file while it is locked. One that cannot be deleted stays for a later run. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It only takes a place in the folder.
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process.
    } finally {
      whenClosed.run();
    }
  }
}
