package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.SetupProblem;
import dev.court.store.dialect.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The JDBC URL of the database. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  /**
   * The URL of the database in a home folder.
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

  /**
   * Refuses a database in memory, which ends with each connection, and a URL that names no server.
   *
   * @param sslMode how far TLS is demanded where the URL itself does not say so: what psql reads
   *     from {@code PGSSLMODE}, since a URL that a platform hands out cannot be added to; or null
   */
  static String checked(String url, String sslMode) {
    if (url.startsWith("jdbc:h2:mem:")) {
      throw new InvalidRequest("a database in memory is gone with each command");
    }
    boolean isServer = Dialect.of(url).isServer();
    if (!isServer || sslMode == null || url.matches(".*[?&]sslmode=.*")) {
      return url;
    }
    String mode = "sslmode=" + URLEncoder.encode(sslMode, StandardCharsets.UTF_8);
    String complete = url + (url.contains("?") ? "&" : "?") + mode;
    try {
      Dialect.of(complete);
    } catch (InvalidRequest e) {
      throw new InvalidRequest("PGSSLMODE cannot be used: " + e.getMessage());
    }
    return complete;
  }

  /** The URL without the password that may be in it, also where a slash in it was not encoded. */
  static String shown(String url) {
    return url.replaceAll("(?i)((?:password|pwd)=)[^;&]*", "$1...")
        .replaceAll("(//[^/@:]*:).*@", "$1...@");
  }
}
