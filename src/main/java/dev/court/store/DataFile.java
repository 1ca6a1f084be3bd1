package dev.court.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that a URL of H2 names. */
final class DataFile {
  private static final Pattern FILE_URL =
      Pattern.compile("jdbc:h2:(?:file:)?(/(?:[^;\\\\]|\\\\.)*).*");

  private DataFile() {}

  /** The file of a database, which need not exist; empty when the URL names no file. */
  static Optional<Path> path(String url) {
    Matcher parts = FILE_URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(parts.group(1).replaceAll("\\\\(.)", "$1") + ".mv.db"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
