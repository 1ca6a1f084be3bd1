package dev.court.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a private file that is whole whenever it is there. */
final class NewFile {
  private NewFile() {}

  /**
   * Never replaces another's.
   *
   * @throws FileAlreadyExistsException when someone was first
   */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // asked first: until JDK 19 a folder behind a symbolic link counts as taken
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }
    // 0600 from its first moment on: that is what Java makes a temporary file
    Path whole = Files.createTempFile(folder, ".key", null);
    try {
      writeToDisk(whole, text);
      publish(whole, file);
    } finally {
      Files.deleteIfExists(whole);
    }
    syncFolder(folder);
  }

  /**
   * Takes the place of what is there, in one step. The file beside it has one name, so that what a
   * killed process left of it is gone with the next.
   */
  static void replace(Path file, String text) throws IOException {
    // a link goes on to lead to the file
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path whole = place.resolveSibling(place.getFileName() + ".new");
    Files.deleteIfExists(whole);
    try {
      Files.createFile(whole, ownerOnly(place, "rw-------"));
      writeToDisk(whole, text);
      Files.move(whole, place, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
    syncFolder(place.getParent());
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String mode) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static void writeToDisk(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A link either appears with the whole content or fails because the name is taken. */
  private static void publish(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // no hard links here: a move without replacing is the nearest thing
      Files.move(whole, file);
    }
  }

  /** Makes the new name survive a power cut, where a folder can be opened at all. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows has no such thing; the content itself is on disk
    }
  }
}
