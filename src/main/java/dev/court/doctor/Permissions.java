package dev.court.doctor;

import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.text.ShellWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The permissions of a file or a folder, and the command that corrects them. */
final class Permissions {
  private Permissions() {}

  /** Empty where there are no such permissions, as on Windows. */
  static Optional<FilePermissions> of(Path path) {
    try {
      return FilePermissions.of(path);
    } catch (IOException e) {
      throw new SetupProblem("cannot look at %s: let its owner be you".formatted(path), e);
    }
  }

  /** The command that closes these files to others, to be pasted into a shell. */
  static String remedy(String mode, List<Path> paths) {
    return "run chmod %s %s"
        .formatted(
            mode,
            paths.stream().map(Path::toString).map(ShellWord::of).collect(Collectors.joining(" ")));
  }
}
