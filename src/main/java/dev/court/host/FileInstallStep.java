package dev.court.host;

import dev.court.booking.SetupProblem;
import dev.court.files.AtomicFile;
import dev.court.files.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes a whole file, or removes it.
 *
 * @param before null when there is no file
 * @param after null to remove the file
 */
record FileInstallStep(Path file, String before, String after) implements InstallStep {

  /**
   * The step after which the file holds that text; empty when it does already.
   *
   * @param mark stands in the first line of each file that court wrote, or anywhere in JSON, which
   *     has no comments; any other file is kept
   * @param after null to remove the file
   * @throws SetupProblem when another file stands in its place
   */
  static Optional<InstallStep> needed(Path file, String mark, String after) {
    String before = read(file);
    if (before != null && !isMarked(file, before, mark)) {
      if (after == null) {
        return Optional.empty();
      }
      throw new SetupProblem(
          "%s is there and not from 'court install': move it away first".formatted(file));
    }
    boolean isSame = before == null ? after == null : before.equals(after);
    return isSame ? Optional.empty() : Optional.of(new FileInstallStep(file, before, after));
  }

  private static boolean isMarked(Path file, String text, String mark) {
    return file.toString().endsWith(".json")
        ? text.contains(mark)
        : text.lines().findFirst().orElse("").contains(mark);
  }

  @Override
  public String subject() {
    return file.toString();
  }

  @Override
  public List<String> removed() {
    return LineChange.between(text(before), text(after)).removed();
  }

  @Override
  public List<String> added() {
    return LineChange.between(text(before), text(after)).added();
  }

  @Override
  public void perform() {
    write(after);
  }

  @Override
  public void undo() {
    write(before);
  }

  private void write(String text) {
    try {
      if (text == null) {
        Files.deleteIfExists(file);
      } else {
        Files.createDirectories(file.getParent());
        AtomicFile.replace(file, text);
      }
    } catch (IOException e) {
      throw new SetupProblem("cannot write %s (%s)".formatted(file, FileTrouble.reason(e)), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new SetupProblem("cannot read %s (%s)".formatted(file, FileTrouble.reason(e)), e);
    }
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
