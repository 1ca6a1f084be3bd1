package dev.court.store.dialect;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.Driver;

/** H2 in a file, which one process at a time can have open. */
public final class H2Dialect implements Dialect {
  /**
   * The options of every connection, since the file does not keep them. Without WRITE_DELAY=0 a
   * commit is lost when the process is killed within half a second; the trace file would contain
   * SQL text; compacting on close costs 60 ms.
   */
  private static final String OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0";

  /** What helps where a file is damaged. */
  public static final String MEND =
      "'court backup restore' puts back the newest backup,"
          + " 'court backup accept' goes on with what is left";

  private static final String READ_ONLY = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

  /** H2 writes more than this at once. */
  private static final long FULL_BYTES = 64 * 1024;

  /** What an update of a small database may take. */
  private static final long ROOM_BYTES = 4_000_000;

  /** Possessive, since a group that is repeated for each letter overflows the stack. */
  private static final Pattern FILE_URL =
      Pattern.compile("jdbc:h2:(?:file:)?(/[^;\\\\]*+(?:\\\\.[^;\\\\]*+)*+).*");

  /** How H2 words what its own store threw: a class, its message and a code. */
  private static final Pattern THROWN =
      Pattern.compile(
          "(?:[\\w ]+: \"+)+[\\w.$]+: (.*?)(?: \\[[\\d./]+\\])?\"+(?: \\[\\d+-\\d+\\]\"*)*");

  /** The number of the error and of the version of H2. */
  private static final Pattern CODE = Pattern.compile(" \\[\\d+-\\d+\\]$");

  /** The name of an object in the memory, which H2 gives for a file that it has open. */
  private static final Pattern OBJECT = Pattern.compile("[\\w.$]+@[0-9a-f]+");

  /** DATABASE_ALREADY_OPEN_1 of org.h2.api.ErrorCode. */
  private static final int HELD_ELSEWHERE = 90020;

  /** DATABASE_IS_READ_ONLY of org.h2.api.ErrorCode. */
  private static final int READ_ONLY_NOW = 90097;

  /** DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 of org.h2.api.ErrorCode. */
  private static final int ABSENT = 90146;

  /** Longer than an update of the schema takes. */
  private static final int GATHERED_MILLIS = 60_000;

  private final String url;

  /**
   * A database at a JDBC URL.
   *
   * @param url without options when it names a file
   */
  H2Dialect(String url) {
    this.url = url + OPTIONS;
  }

  static boolean accepts(String url) {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public Connection connect() throws SQLException {
    return connect(url);
  }

  @Override
  public Connection connectReadOnly() throws SQLException {
    return connect(url + READ_ONLY);
  }

  /** The driver manager would load all drivers that there are, also those of other databases. */
  private static Connection connect(String url) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", "sa");
    login.setProperty("password", "");
    return new Driver().connect(url, login);
  }

  @Override
  public boolean isHeldElsewhere(SQLException e) {
    return e.getErrorCode() == HELD_ELSEWHERE;
  }

  @Override
  public boolean isSharedReadOnly(SQLException e) {
    return e.getErrorCode() == READ_ONLY_NOW && file().filter(Files::isWritable).isPresent();
  }

  @Override
  public boolean isAbsent(SQLException e) {
    return e.getErrorCode() == ABSENT;
  }

  @Override
  public void sync(Connection connection) throws SQLException {
    execute(connection, "CHECKPOINT SYNC");
  }

  @Override
  public void gatherWrites(Connection connection) throws SQLException {
    execute(connection, "SET WRITE_DELAY " + GATHERED_MILLIS);
  }

  @Override
  public void writeEachCommit(Connection connection) throws SQLException {
    execute(connection, "SET WRITE_DELAY 0");
  }

  @Override
  public boolean isServer() {
    return false;
  }

  @Override
  public Optional<Path> file() {
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

  @Override
  public void requireRoom() {
    Path file = file().orElse(null);
    if (file == null) {
      return;
    }
    try {
      long wanted = 3 * Files.size(file) + ROOM_BYTES;
      if (Files.getFileStore(file).getUsableSpace() < wanted) {
        throw new SetupProblem(
            "the database has to be updated, and its disk has no room for that: free %s MB on the disk of %s"
                .formatted(wanted / 1_000_000 + 1, file));
      }
    } catch (IOException e) {
      // Where it cannot be told, the update is tried.
    }
  }

  /** H2 repeats the statement, and its URL may hold a password. */
  @Override
  public Problem problem(SQLException e) {
    return MemoryFault.of(e).orElseGet(() -> ofFile(e));
  }

  private Problem ofFile(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Optional<Path> closed = file().filter(Files::exists).filter(H2Dialect::isClosed);
    if (closed.isPresent()) {
      return new SetupProblem(
          "cannot use the database: this user has no right to read and write %s: check its owner and mode"
              .formatted(closed.get()));
    }
    String reason = isDiskFull() ? "it cannot be written" : reason(message.replace(url, "db_url"));
    return new SetupProblem(
        "cannot use the database: %s: %s".formatted(reason, remedy()),
        message.contains(url) ? null : e);
  }

  private static boolean isClosed(Path file) {
    return !Files.isReadable(file) || !Files.isWritable(file);
  }

  /** What a message of H2 says to a person, without what its makers alone understand. */
  static String reason(String message) {
    String line = message.lines().findFirst().orElse("").replaceFirst("; SQL statement:$", "");
    Matcher thrown = THROWN.matcher(line);
    String told = thrown.matches() ? thrown.group(1) : CODE.matcher(line).replaceFirst("");
    return OBJECT.matcher(told).replaceAll("the file").replaceFirst("^IO Exception: ", "");
  }

  /** What a person can do. */
  private String remedy() {
    return isDiskFull()
        ? "the disk is full, free some of it"
        : "check db_url, the disk and the file's owner; if it is damaged, " + MEND;
  }

  private boolean isDiskFull() {
    try {
      Path folder = file().map(Path::getParent).orElse(null);
      return folder != null && Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whoever writes a script reads each row, so that what is damaged gets into no backup. */
  @Override
  public void backUp(Connection connection, Path script) throws SQLException {
    execute(connection, "SCRIPT TO '%s' COMPRESSION GZIP", script);
  }

  @Override
  public void fill(Connection connection, Path script) throws SQLException {
    execute(connection, "RUNSCRIPT FROM '%s' COMPRESSION GZIP", script);
  }

  private static void execute(Connection connection, String sql, Path script) throws SQLException {
    execute(connection, sql.formatted(script.toAbsolutePath().toString().replace("'", "''")));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
