package dev.court.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;

/** Why a file could not be read or written, in words for people. */
public final class FileTrouble {
  private record FileTroubleKind(Class<? extends IOException> type, String words) {}

  /** What the operating system says without words: only the kind of the exception tells it. */
  private static final List<FileTroubleKind> KINDS =
      List.of(
          new FileTroubleKind(NoSuchFileException.class, "it is not there"),
          new FileTroubleKind(AccessDeniedException.class, "this user has no right to it"),
          new FileTroubleKind(NotDirectoryException.class, "it is no folder"),
          new FileTroubleKind(DirectoryNotEmptyException.class, "it is not empty"),
          new FileTroubleKind(FileAlreadyExistsException.class, "it is there already"),
          new FileTroubleKind(FileSystemLoopException.class, "its links lead in a circle"),
          new FileTroubleKind(CharacterCodingException.class, "it is not text in UTF-8"));

  private FileTrouble() {}

  /** The reason without the file's name, and without the names of exceptions. */
  public static String reason(IOException e) {
    Optional<String> told =
        e instanceof FileSystemException file
            ? Optional.ofNullable(file.getReason())
            : Optional.empty();
    return told.or(() -> kind(e))
        .or(() -> Optional.ofNullable(e.getMessage()))
        .orElse("it cannot be read or written");
  }

  private static Optional<String> kind(IOException e) {
    return KINDS.stream()
        .filter(kind -> kind.type().isInstance(e))
        .map(FileTroubleKind::words)
        .findFirst();
  }
}
