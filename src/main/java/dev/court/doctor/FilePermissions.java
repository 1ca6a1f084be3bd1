package dev.court.doctor;

import dev.court.booking.SetupProblem;
import dev.court.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what with a file or a folder. */
record FilePermissions(Set<PosixFilePermission> permissions) {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** Empty where there are no such permissions, as on Windows. */
  static Optional<FilePermissions> of(Path path) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FilePermissions(Files.getPosixFilePermissions(path)));
    } catch (IOException e) {
      throw new SetupProblem("cannot look at %s: let its owner be you".formatted(path), e);
    }
  }

  /** The command that closes them, fit to be pasted into a shell. */
  static String remedy(String mode, List<Path> paths) {
    return "run chmod %s %s"
        .formatted(
            mode,
            paths.stream().map(Path::toString).map(ShellWord::of).collect(Collectors.joining(" ")));
  }

  boolean isOpen() {
    return !OWNER.containsAll(permissions);
  }

  boolean isWritableByOthers() {
    return permissions.stream().anyMatch(OTHERS_WRITE::contains);
  }
}
