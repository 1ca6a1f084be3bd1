package dev.court.store.dialect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * What an error of a PostgreSQL or of its driver means for a person.
 *
 * @param isTemporary whether the next run may do better without anybody's help
 * @param reason what is wrong, in a few words; has no password
 * @param remedy what a person can do
 */
record PostgresFault(boolean isTemporary, String reason, String remedy) {
  private static final String CHECK = "check db_url and its server";

  /** The tables are made and changed by the user of the URL, who therefore has to own them. */
  private static final String OWN_SCHEMA =
      "let the user of db_url have a schema of its own (CREATE SCHEMA court AUTHORIZATION its name)"
          + " and add ?currentSchema=court to db_url";

  /**
   * Conflicts of transactions, a server that is read only, a statement that took too long, and a
   * machine so slow that the server ended its transaction (PostgreSQL, appendix A).
   */
  private static final Set<String> TEMPORARY =
      Set.of("40001", "40P01", "25006", "57014", "25P03", "25P04");

  /** Classes: the connection, the operator's intervention, resources that ran out. */
  private static final Set<String> TEMPORARY_CLASSES = Set.of("08", "57", "53");

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String REFUSED_LOGIN = "28000";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String NOT_ALLOWED = "42501";
  private static final String NO_SCHEMA = "3F000";
  private static final String REJECTED = "08004";
  private static final int CLASS_LENGTH = 2;

  static PostgresFault of(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (hasCause(e, SSLException.class)) {
      return lasting(
          "no TLS connection could be made: " + deepest(e),
          "have the server prove its name, or say sslrootcert=FILE or sslmode=require in db_url");
    }
    if (hasCause(e, FileNotFoundException.class)) {
      return lasting(text(e), "correct sslrootcert in db_url");
    }
    return switch (state) {
      case LOCK_NOT_AVAILABLE -> temporary("is held by another court, on this machine or another");
      case WRONG_PASSWORD ->
          lasting("it refused the user or the password", "correct the password in db_url");
      case NOT_ALLOWED -> lasting(text(e), OWN_SCHEMA);
      case NO_SCHEMA -> lasting(text(e), "make the schema that db_url names, with CREATE SCHEMA");
      case REFUSED_LOGIN, NO_SUCH_DATABASE, REJECTED -> lasting(text(e), CHECK);
      default ->
          TEMPORARY.contains(state) || TEMPORARY_CLASSES.contains(start(state))
              ? temporary("is away (%s)".formatted(away(e)))
              : lasting(text(e), CHECK);
    };
  }

  private static PostgresFault temporary(String reason) {
    return new PostgresFault(true, reason, "");
  }

  private static PostgresFault lasting(String reason, String remedy) {
    return new PostgresFault(false, reason, remedy);
  }

  private static String start(String state) {
    return state.substring(0, Math.min(CLASS_LENGTH, state.length()));
  }

  private static String away(SQLException e) {
    if (hasCause(e, UnknownHostException.class)) {
      return "its name is not known";
    }
    if (hasCause(e, SocketTimeoutException.class)) {
      return "it does not answer";
    }
    if (hasCause(e, ConnectException.class)) {
      return "it refuses connections";
    }
    return hasCause(e, IOException.class) ? "the connection broke" : text(e);
  }

  /** The first line, without the word for how bad it is. */
  private static String text(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^[A-Z]+: ", "")
        .replaceFirst("\\.$", "");
  }

  private static String deepest(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return text(deepest);
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    for (Throwable one = e; one != null; one = one.getCause()) {
      if (type.isInstance(one)) {
        return true;
      }
    }
    return false;
  }
}
