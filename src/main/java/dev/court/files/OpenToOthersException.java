package dev.court.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file that holds a secret can be read or written by others than its owner. */
public final class OpenToOthersException extends IOException {
  private static final long serialVersionUID = 1;

  OpenToOthersException(Path file) {
    super(file + " is open to others");
  }
}
