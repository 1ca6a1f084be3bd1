package dev.court.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds a secret: nobody but its owner can read it, and it is whole whenever it is
 * there. What is written is on the disk when a method returns.
 */
public final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * The text of the file, in UTF-8.
   *
   * @param mostBytes more is not read, so that a wrong path does not fill the memory
   * @throws java.nio.file.NoSuchFileException when there is no such file
   * @throws OpenToOthersException when it is a regular file that others can read or write
   * @throws FileSystemException when it is a pipe with a name, which could hold whoever opens it
   */
  public static String read(Path file, int mostBytes) throws IOException {
    RegularFile.refuseNamedPipe(file);
    try (InputStream in = Files.newInputStream(file)) {
      // Only a regular file keeps the secret. A pipe or a device is read once, whatever its mode.
      if (Files.isRegularFile(file)
          && FilePermissions.of(file).filter(FilePermissions::isOpenToOthers).isPresent()) {
        throw new OpenToOthersException(file);
      }
      return new String(in.readNBytes(mostBytes), UTF_8);
    }
  }

  /**
   * Makes the file, with its folder when there is none.
   *
   * @throws FileAlreadyExistsException when the file is there; then it stays as it is
   */
  public static void create(Path file, String text) throws IOException {
    create(file, writer -> writer.write(text));
  }

  /** What is written into a file, which need not be in memory as a whole. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /** Like {@link #create(Path, String)}; when the content throws, there is no file. */
  public static void create(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // asked first: until JDK 19 a folder behind a symbolic link counts as taken
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, FilePermissions.ofNewFolder(folder));
    }
    // Java gives a temporary file 0600 from its first moment on
    Path fresh = Files.createTempFile(folder, ".new", null);
    try {
      writeToDisk(fresh, content);
      publish(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
    syncFolder(folder);
  }

  /**
   * Puts {@code text} in the place of what is in the file, or makes the file. A process killed at
   * any instant, or a power cut, leaves the old text or the new one, whole. Not for two writers at
   * once: the second file has one name, so that the next writer removes what a killed one left of a
   * secret. A link goes on to lead to the file.
   */
  public static void replace(Path file, String text) throws IOException {
    Path place = AtomicFile.place(file);
    if (RegularFile.isSomethingElse(place)) {
      throw new FileSystemException(file.toString(), null, "is no regular file");
    }
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try {
      Files.createFile(fresh, FilePermissions.ofNewFile(place));
      writeToDisk(fresh, writer -> writer.write(text));
      Files.move(fresh, place, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    syncFolder(place.getParent());
  }

  private static void writeToDisk(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE);
        Writer writer = new BufferedWriter(Channels.newWriter(channel, UTF_8))) {
      content.writeTo(writer);
      writer.flush();
      channel.force(true);
    }
  }

  /** A link either appears with the whole content or fails because the name is taken. */
  private static void publish(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // no hard links here: a move without replacing is the nearest thing
      Files.move(fresh, file);
    }
  }

  /** Makes the new name survive a power cut, where a folder can be opened at all. */
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows has no such thing; the content itself is on disk
    }
  }
}
