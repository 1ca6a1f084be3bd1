package dev.court.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Why a file could not be read or written, as far as the exception has words for people. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The reason without the file's name; empty where only the kind of the exception tells it. */
  public static Optional<String> reason(IOException e) {
    return e instanceof FileSystemException file
        ? Optional.ofNullable(file.getReason())
        : Optional.empty();
  }
}
