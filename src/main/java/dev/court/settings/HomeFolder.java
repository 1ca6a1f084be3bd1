package dev.court.settings;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Where everything of a person is kept. */
public final class HomeFolder {
  private HomeFolder() {}

  /**
   * The folder: {@code COURT_HOME}, else {@code $XDG_DATA_HOME/court}, else {@code
   * ~/.local/share/court}. It need not exist.
   *
   * @throws SetupProblem when the environment names none of them
   */
  public static Path locate(Map<String, String> environment) {
    if (isSet(environment, "COURT_HOME")) {
      return Path.of(environment.get("COURT_HOME")).toAbsolutePath();
    }
    if (isSet(environment, "XDG_DATA_HOME")) {
      return Path.of(environment.get("XDG_DATA_HOME"), "court").toAbsolutePath();
    }
    if (isSet(environment, "HOME")) {
      return Path.of(environment.get("HOME"), ".local", "share", "court").toAbsolutePath();
    }
    throw new SetupProblem(
        "neither COURT_HOME nor HOME is set: set COURT_HOME to the folder to keep everything in");
  }

  /**
   * Makes the folder, for its owner only, unless it is there.
   *
   * @throws SetupProblem when it cannot be made or written
   */
  public static void make(Path home) {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home);
        closeToOthers(home);
      }
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot make the folder %s (%s): set COURT_HOME to one that can be written"
              .formatted(home, e.getClass().getSimpleName()),
          e);
    }
    if (!Files.isWritable(home)) {
      throw new SetupProblem(
          "cannot write to %s: set COURT_HOME to a folder that can be written".formatted(home));
    }
  }

  private static void closeToOthers(Path home) throws IOException {
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
