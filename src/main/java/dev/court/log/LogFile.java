package dev.court.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file in the home that several processes append to. Each text goes out in one write at the end
 * of the file, so lines of two processes do not mix. The file is opened for each text: a process
 * that kept it open would go on in a file that another has rotated away. The folder is never made
 * here.
 */
public final class LogFile {
  private static final String NAME = "court.log";
  private static final long LIMIT = 1 << 20;
  private static final int ATTEMPTS = 3;

  private final Path file;
  private final LogRotation rotation;

  private LogFile(Path file, long limit) {
    this.file = file;
    this.rotation = new LogRotation(file, limit);
  }

  /** The log of a home, which need not exist. */
  public static LogFile in(Path home) {
    return in(home, LIMIT);
  }

  /**
   * The same with another limit.
   *
   * @param limit in bytes; a file that would grow beyond it is rotated first
   */
  static LogFile in(Path home, long limit) {
    return new LogFile(home.resolve(NAME), limit);
  }

  /** The files that the log of a home consists of, the newest first; none of them need exist. */
  public static List<Path> files(Path home) {
    return LogRotation.generations(home.resolve(NAME));
  }

  /** Appends a text. A text that cannot be written is dropped. */
  public void append(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      rotation.makeRoom(bytes.length);
      write(bytes);
    } catch (IOException e) {
      // The disk is full, or the home is read-only or absent. A booking must not fail for its log.
    }
  }

  private void write(byte[] bytes) throws IOException {
    try (OutputStream out = open()) {
      out.write(bytes);
    }
  }

  /**
   * Opens the file, and makes it when it is not there. Another process may rotate it between the
   * two steps. Unlike a channel, this stream can be written by a thread that was interrupted.
   */
  private OutputStream open() throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      RegularFile.check(file);
      try {
        return Files.newOutputStream(file, StandardOpenOption.APPEND);
      } catch (NoSuchFileException e) {
        create();
      }
    }
    return Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  private void create() throws IOException {
    try {
      Files.createFile(file, FilePermissions.ofNewFile(file));
    } catch (FileAlreadyExistsException e) {
      // Another process has created the file, and this one appends to it.
    }
  }
}
