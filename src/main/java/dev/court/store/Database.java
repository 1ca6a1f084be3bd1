package dev.court.store;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The database, opened for moments only: an H2 file can be open in one process at a time, and
 * another {@code court} may be waiting. Safe for use by many threads, one transaction at a time.
 */
public final class Database {
  /**
   * One set of options for every connection, since they do not stick to the file. Without
   * WRITE_DELAY=0 a commit is lost when the process is killed within half a second; the trace file
   * would hold SQL text; compacting on close costs 60 ms.
   */
  private static final String H2_OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0";

  /** Added for a look: the file is neither made nor written. */
  private static final String H2_READING = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

  private static final int H2_ABSENT = 90146;
  private static final int H2_IN_USE_ELSEWHERE = 90020;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String url;
  private final boolean isH2;
  private final Duration patience;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * A database at a JDBC URL; nothing is opened yet.
   *
   * @param url without options of its own when it is an H2 file
   */
  public Database(String url) {
    this(url, PATIENCE);
  }

  /**
   * The same, for the impatient.
   *
   * @param patience how long to wait while another program has the file open
   */
  public Database(String url, Duration patience) {
    this.patience = patience;
    this.isH2 = url.startsWith("jdbc:h2:");
    this.url = isH2 ? url + H2_OPTIONS : url;
  }

  /**
   * Does {@code work} in one transaction and closes the database again. When the work throws,
   * nothing of it is kept.
   *
   * @throws TemporaryTrouble when another program holds the file for longer than the patience, ten
   *     seconds
   * @throws SetupProblem when the database cannot be opened, read or written
   */
  public <T> T transact(Function<Store, T> work) {
    return transact(work, result -> false);
  }

  /** Like {@link #transact}, and on return the data outlives a power cut too. */
  public <T> T transactDurably(Function<Store, T> work) {
    return transact(work, result -> true);
  }

  /**
   * Like {@link #transact}, and when {@code durably} says so of the result, it outlives a power cut
   * too. That costs a millisecond or two, which a run with nothing to do need not spend.
   */
  public <T> T transact(Function<Store, T> work, Predicate<T> durably) {
    turn.lock();
    try (Connection connection = checked(url)) {
      connection.setAutoCommit(false);
      Migrations.run(connection);
      T result = inTransaction(connection, work);
      if (isH2 && durably.test(result)) {
        sync(connection);
      }
      return result;
    } catch (StorageFault e) {
      throw unusable(e.sql());
    } catch (SQLException e) {
      throw unusable(e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * What a look without a change found.
   *
   * @param schema the number of the database's newest script
   * @param found empty when the schema is older than this program's: then nobody can read it yet
   */
  public record Snapshot<T>(int schema, Optional<T> found) {}

  /**
   * Does {@code work}, which must only read, without making, migrating or changing anything.
   *
   * @return empty when there is no database, or nothing in it
   * @throws TemporaryTrouble when another program holds the file for longer than the patience
   * @throws SetupProblem when the database cannot be opened or read, or a newer program made it
   */
  public <T> Optional<Snapshot<T>> look(Function<Store, T> work) {
    turn.lock();
    try (Connection connection = checked(isH2 ? url + H2_READING : url)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return looked(connection, work);
    } catch (StorageFault e) {
      throw unusable(e.sql());
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_ABSENT) {
        return Optional.empty();
      }
      throw unusable(e);
    } finally {
      turn.unlock();
    }
  }

  private static <T> Optional<Snapshot<T>> looked(Connection connection, Function<Store, T> work)
      throws SQLException {
    int schema = Migrations.refuseNewer(Migrations.version(connection).orElse(0));
    if (schema == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Snapshot<>(
            schema,
            schema == Migrations.NEWEST
                ? Optional.of(work.apply(new Store(new Sql(connection))))
                : Optional.empty()));
  }

  /** The file it is kept in; empty when it is on a server. */
  public Optional<Path> file() {
    return DataFile.path(url);
  }

  private static <T> T inTransaction(Connection connection, Function<Store, T> work)
      throws SQLException {
    try {
      T result = work.apply(new Store(new Sql(connection)));
      connection.commit();
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable first) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  private static void sync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /**
   * Opens it after a look at the file: never while a connection of this process is open, since to
   * close a file, however it was opened, drops all locks that the process has on it (POSIX), and
   * with them H2's.
   */
  private Connection checked(String address) throws SQLException {
    if (turn.getHoldCount() == 1) {
      DataFile.check(url);
    }
    return open(address);
  }

  private Connection open(String address) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        return DriverManager.getConnection(address, isH2 ? "sa" : null, isH2 ? "" : null);
      } catch (SQLException e) {
        if (e.getErrorCode() != H2_IN_USE_ELSEWHERE) {
          throw e;
        }
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new TemporaryTrouble(
              "the database is held by another program: try again in a moment", e);
        }
      }
      // Jitter keeps two waiting processes from meeting again and again.
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(15_000_000, 45_000_000));
    }
  }

  /** The driver manager quotes the URL, and with it a password that may stand in it. */
  private Problem unusable(SQLException e) {
    String message = String.valueOf(e.getMessage());
    String reason =
        message
            .replace(url, "db_url")
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("; SQL statement:$", "");
    String remedy =
        isH2
            ? "check db_url and the file's owner; of a damaged one put back a copy, or move it away and"
                + " import again"
            : "check db_url and its server";
    return new SetupProblem(
        "cannot use the database: %s: %s".formatted(reason, remedy),
        message.contains(url) ? null : e);
  }
}
