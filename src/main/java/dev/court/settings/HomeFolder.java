package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that holds all data of a person.
 *
 * @param path absolute; need not exist
 * @param source where it was set: the flag, the name of a variable, or {@code default}
 */
public record HomeFolder(Path path, String source) {
  private static final String FLAG = "--home";
  private static final String VARIABLE = "COURT_HOME";

  /**
   * Finds the folder: the flag, else {@code COURT_HOME}, else {@code $XDG_DATA_HOME/court}, else
   * {@code ~/.local/share/court}.
   *
   * @param flag the value of {@code --home}; null without it
   * @throws InvalidRequest when the flag is blank, as {@code --home "$UNSET"} is
   * @throws SetupProblem when none of these variables is set
   */
  public static HomeFolder locate(String flag, Map<String, String> environment) {
    if (flag != null) {
      if (flag.isBlank()) {
        throw new InvalidRequest("--home names no folder: leave it out, or say which");
      }
      return at(flag, FLAG);
    }
    if (isSet(environment, VARIABLE)) {
      return at(expanded(environment.get(VARIABLE), environment), VARIABLE);
    }
    if (isSet(environment, "XDG_DATA_HOME")) {
      return at(environment.get("XDG_DATA_HOME") + "/court", "XDG_DATA_HOME");
    }
    if (isSet(environment, "HOME")) {
      return at(environment.get("HOME") + "/.local/share/court", "default");
    }
    throw new SetupProblem(
        "neither COURT_HOME nor HOME is set: set COURT_HOME to the folder to keep everything in");
  }

  /**
   * Refuses a folder that somebody named and that is not there: its name may be mistyped, and to go
   * on without a word would miss what is to be booked. The usual folder may be absent, before
   * anything was added.
   *
   * @throws SetupProblem with the name and the remedy
   */
  public void requireIfNamed() {
    boolean isNamed = source.equals(FLAG) || source.equals(VARIABLE);
    if (isNamed && !Files.exists(path)) {
      throw new SetupProblem(
          "the home %s (%s) is not there: correct it, or make it with court init, add, login or import"
              .formatted(path, source));
    }
  }

  /**
   * Creates the folder, for its owner only, unless it exists.
   *
   * @throws SetupProblem when it cannot be created or written
   */
  public static void make(Path home) {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home);
        FilePermissions.closeFolder(home);
      }
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot make the folder %s (%s): set COURT_HOME to one that can be written"
              .formatted(home, FileTrouble.reason(e)),
          e);
    }
    if (!Files.isWritable(home)) {
      throw new SetupProblem(
          "cannot write to %s: set COURT_HOME to a folder that can be written".formatted(home));
    }
  }

  /**
   * Refuses a folder that {@link #make} could not make or write; makes nothing.
   *
   * @throws SetupProblem with the remedy
   */
  public void requireWritable() {
    Path there = path;
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new SetupProblem(
          "cannot write to %s: set COURT_HOME to a folder that can be written".formatted(path));
    }
  }

  /** A crontab sets variables without a shell, so that a tilde is not expanded. */
  private static String expanded(String path, Map<String, String> environment) {
    return path.startsWith("~/") && isSet(environment, "HOME")
        ? environment.get("HOME") + path.substring(1)
        : path;
  }

  private static HomeFolder at(String path, String source) {
    try {
      return new HomeFolder(Path.of(path).toAbsolutePath(), source);
    } catch (InvalidPathException e) {
      throw new SetupProblem(
          "%s names a folder that this locale cannot write: set LC_ALL to C.UTF-8"
              .formatted(source),
          e);
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
