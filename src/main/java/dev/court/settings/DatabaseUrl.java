package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import java.nio.file.Path;

/** Where the database is. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  /**
   * The database of a home.
   *
   * @throws SetupProblem when H2 would misread the path: it takes a semicolon for the start of its
   *     options and a backslash for a slash, and neither can be quoted
   */
  static String in(Path home) {
    String path = home.resolve("court").toString();
    boolean isSlash = home.getFileSystem().getSeparator().equals("\\");
    if (path.contains(";") || (path.contains("\\") && !isSlash)) {
      throw new SetupProblem(
          "the database cannot be in %s, for the ; or \\ in it: set COURT_HOME or db_url"
              .formatted(home));
    }
    return "jdbc:h2:file:" + path;
  }

  /** Refuses one that forgets: the database is opened for moments only. */
  static String checked(String url) {
    if (url.startsWith("jdbc:h2:mem:")) {
      throw new InvalidRequest("a database in memory is gone with each command");
    }
    return url;
  }

  /** Fit to be shown: a password in it is not. */
  static String shown(String url) {
    return url.replaceAll("(?i)((?:password|pwd)=)[^;&]*", "$1...")
        .replaceAll("(//[^/@:]*:)[^/]*@", "$1...@");
  }
}
