package dev.court.doctor;

import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.settings.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the home folder. */
final class HomeCheck implements Check {
  private final HomeFolder home;

  HomeCheck(HomeFolder home) {
    this.home = home;
  }

  @Override
  public String subject() {
    return "home";
  }

  @Override
  public Finding look() {
    Path path = home.path();
    if (isBrokenLink(path)) {
      throw new SetupProblem("%s is a link that leads nowhere: remove it".formatted(path));
    }
    if (!Files.exists(path)) {
      return toBeMade(path);
    }
    if (!Files.isDirectory(path)) {
      throw new SetupProblem("%s is no folder: set COURT_HOME to one".formatted(path));
    }
    if (!Files.isWritable(path)) {
      throw unwritable(path);
    }
    return Permissions.of(path).map(this::judged).orElseGet(this::fine);
  }

  private Finding toBeMade(Path path) {
    home.requireIfNamed();
    if (!Files.isWritable(nearest(path))) {
      throw unwritable(nearest(path));
    }
    return Finding.ok(subject(), path + " is not there yet: the first court add makes it");
  }

  static boolean isBrokenLink(Path path) {
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }

  /** The folder itself, else the nearest folder above it that exists. */
  static Path nearest(Path path) {
    Path there = path.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private Finding judged(FilePermissions mode) {
    if (mode.isWritableByOthers()) {
      throw new SetupProblem(
          "others can write to %s, and so change what is booked: %s"
              .formatted(home.path(), remedy()));
    }
    return mode.isOpenToOthers()
        ? Finding.warning(
            subject(), "%s can be read by others: %s".formatted(home.path(), remedy()))
        : fine();
  }

  private String remedy() {
    return Permissions.remedy("700", List.of(home.path()));
  }

  private Finding fine() {
    return Finding.ok(subject(), "%s (%s)".formatted(home.path(), home.source()));
  }

  private static SetupProblem unwritable(Path path) {
    return new SetupProblem(
        "cannot write to %s: set COURT_HOME to a folder that can be written".formatted(path));
  }
}
