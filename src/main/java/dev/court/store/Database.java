package dev.court.store;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import dev.court.store.change.ChangeFeed;
import dev.court.store.change.FileChanges;
import dev.court.store.change.ServerChanges;
import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import dev.court.store.dialect.ServerFacts;
import dev.court.store.lock.RefreshLock;
import dev.court.store.lock.ServerLock;
import dev.court.store.loss.DatabaseFile;
import dev.court.store.loss.LossGuard;
import dev.court.store.loss.Restoration;
import dev.court.store.machine.LivingRuns;
import dev.court.store.schema.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The database. An H2 file is open only during a transaction, since one process at a time can have
 * it open and another {@code court} may be waiting; the connection to a server is kept. Safe for
 * use by many threads, one transaction at a time.
 */
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What the name of a database has more while it is being restored. */
  private static final String FRESH = ".restoring";

  private final String base;
  private final Log log;
  private final DatabaseParts parts;
  private final Dialect dialect;
  private final ConnectionSource connections;
  private final Optional<LossGuard> guard;
  private final Optional<LivingRuns> runs;
  private final Transactions transactions;
  private final DatabaseTurn turn;

  /**
   * A database at a JDBC URL; nothing is opened yet.
   *
   * @param url without options of its own when it is an H2 file
   */
  public Database(String url, Log log) {
    this(url, PATIENCE, log, Optional.empty(), ServerUse.NONE);
  }

  /**
   * Like {@link #Database(String, Log)}.
   *
   * @param clock the clock of this machine, which the one of a server is compared with
   * @param use what this machine does with a server
   */
  public Database(String url, Log log, InstantSource clock, ServerUse use) {
    this(url, PATIENCE, log, Optional.of(clock), use);
  }

  /**
   * A database at a JDBC URL, with its own patience.
   *
   * @param patience how long to wait while another process has the database open
   * @param use what this machine does with a server
   */
  public Database(String url, Duration patience, ServerUse use) {
    this(url, patience, Log.NONE, Optional.empty(), use);
  }

  private Database(
      String url, Duration patience, Log log, Optional<InstantSource> clock, ServerUse use) {
    this.base = url;
    this.log = log;
    this.parts = DatabaseParts.of(url, patience, log.of("store"), clock, use);
    this.dialect = parts.dialect();
    this.connections = parts.connections();
    this.guard = parts.guard();
    this.runs = dialect.runLocks().map(locks -> new LivingRuns(connections, dialect, locks));
    this.transactions = new Transactions(parts);
    this.turn = new DatabaseTurn(dialect, guard);
  }

  /** A database with nothing in it, in memory: what is written to it is gone at once. */
  public static Database empty(Log log) {
    return new Database("jdbc:h2:mem:", log);
  }

  /**
   * Whether there is no database in the file yet. One that was lost counts as there, and so does
   * one on a server.
   */
  public boolean isAbsent() {
    return guard.filter(LossGuard::isNew).isPresent();
  }

  /**
   * The lock of all machines that use the database; empty when it is a file, which is used by one
   * machine.
   */
  public Optional<RefreshLock> refreshLock() {
    return dialect.keepsConnection()
        ? Optional.of(new ServerLock(connections, dialect))
        : Optional.empty();
  }

  /**
   * Whether the database at a URL is on a server; nothing is opened.
   *
   * @throws dev.court.booking.InvalidRequest when the URL names none
   */
  public static boolean isOnServer(String url) {
    return Dialect.of(url).isServer();
  }

  /** The next transaction is checked as the first one was: another machine may have changed it. */
  public void checkAgain() {
    turn.take(transactions::checkAgain);
  }

  /** Tells when another process, or this one, changes the database. The caller closes it. */
  public ChangeFeed changes() {
    return dialect.keepsConnection()
        ? new ServerChanges(connections, dialect, log)
        : new FileChanges(() -> guard.map(LossGuard::known).orElse(0L));
  }

  /** The runs of all machines; empty when the database is a file, which is used by one machine. */
  public Optional<LivingRuns> runs() {
    return runs;
  }

  /** Whether the database is on a server, which has its own backups. */
  public boolean isOnServer() {
    return dialect.isServer();
  }

  /**
   * Ends the connections to a server, and with them the lock of this run; the next transaction
   * opens another one.
   */
  @Override
  public void close() {
    runs.ifPresent(LivingRuns::close);
    turn.take(connections::close);
  }

  /** How far away the server is, by its last answers to a small question; zero for a file. */
  public Duration roundTrip() {
    return transactions.roundTrip();
  }

  /** The file that holds the database; empty when it is on a server. */
  public Optional<Path> file() {
    return dialect.file();
  }

  /**
   * Does {@code work} in one transaction and closes the database. When the work throws, none of its
   * changes is kept.
   *
   * @throws TemporaryTrouble when another process has the database open for longer than the
   *     patience, by default ten seconds
   * @throws SetupProblem when the database cannot be opened, read or written, or has lost what was
   *     committed durably
   */
  public <T> T transact(Function<Store, T> work) {
    return transact(work, result -> false);
  }

  /** Like {@link #transact(Function)}; on return the changes outlive a power cut too. */
  public <T> T transactDurably(Function<Store, T> work) {
    return transact(work, result -> true);
  }

  /**
   * Like {@link #transact(Function)}; the changes outlive a power cut too when {@code durably}
   * holds for the result. That costs a millisecond or two, which a run with nothing to do saves.
   */
  public <T> T transact(Function<Store, T> work, Predicate<T> durably) {
    return transact(false, work, durably);
  }

  private <T> T transact(boolean accepts, Function<Store, T> work, Predicate<T> durably) {
    return turn.take(
        accepts ? DatabaseTurn::unguarded : LossGuard::check,
        () -> {
          Optional<Store> current = transactions.current();
          if (current.isPresent()) {
            return work.apply(current.get());
          }
          boolean isNew = isAbsent();
          Connection connection = take(isNew);
          try {
            return transactions.run(connection, accepts, work, durably);
          } catch (SQLException | StorageFault e) {
            if (isNew) {
              // Half a schema would be in the way of the next command. Nobody else has it open.
              parts.file().ifPresent(DatabaseFile::discard);
            }
            throw e;
          } finally {
            connections.giveBack(connection);
          }
        });
  }

  private Connection take(boolean isNew) throws SQLException {
    try {
      Connection connection = connections.take();
      if (isNew) {
        parts.file().ifPresent(DatabaseFile::closeToOthers);
      }
      return connection;
    } catch (SQLException e) {
      if (isNew) {
        parts.file().ifPresent(DatabaseFile::discardBegun);
      }
      throw e;
    }
  }

  /**
   * Takes the file as it is for all that there is, although it has lost something, and does {@code
   * work} in it durably. Where there is no database, none is made and nothing is done.
   *
   * @return whether there was a database
   * @throws SetupProblem when what is left cannot be read or written
   */
  public boolean accept(Consumer<Store> work) {
    boolean isThere = guard.isEmpty() || guard.get().accept();
    if (isThere) {
      boolean unused =
          transact(
              true,
              store -> {
                guard.ifPresent(one -> store.lostTime().numberAfter(one.known()));
                parts.serverGuard().ifPresent(one -> store.lostTime().numberBeyondAll(one.known()));
                work.accept(store);
                return true;
              },
              done -> done);
    }
    return isThere;
  }

  /**
   * Writes all that the database holds into a new file, as SQL. Until it is done, no other process
   * can use the database.
   *
   * @param script the file; what stands there is replaced
   * @throws SetupProblem when the database cannot be read, or the file not be written
   */
  public void backUp(Path script) {
    turn.take(
        LossGuard::check,
        () -> {
          try (Connection connection = connections.open()) {
            dialect.backUp(connection, script);
            return script;
          }
        });
  }

  /**
   * Puts what {@link #backUp} wrote in the place of the database, which may be damaged or gone. It
   * is kept under another name. Nothing of it is changed before the backup is read to its end.
   *
   * @param work done in the restored database
   * @param aside the name of the file that was the database until now
   * @param lastCheck throws when the place must not be taken; asked while nobody has the database
   * @throws TemporaryTrouble when another process has the database open
   * @throws SetupProblem when the script cannot be read, or the disk is full
   */
  public void restore(Path script, Consumer<Store> work, String aside, Runnable lastCheck) {
    Path file = dialect.file().orElseThrow(Dialect::onServer);
    long known = guard.map(LossGuard::known).orElse(0L);
    Database fresh = new Database(base + FRESH, PATIENCE, log, parts.clock(), ServerUse.NONE);
    try (Restoration restoration =
        new Restoration(file, fresh.dialect.file().orElseThrow(Dialect::onServer))) {
      fresh.fill(script);
      fresh.accept(
          store -> {
            store.lostTime().numberAfter(known);
            work.accept(store);
          });
      restoration.swap(aside, lastCheck);
    }
  }

  private void fill(Path script) {
    turn.take(
        DatabaseTurn::unguarded,
        () -> {
          try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            dialect.fill(connection, script);
            connection.commit();
            return script;
          }
        });
  }

  /**
   * What a read without any change found.
   *
   * @param schema the number of the newest script that ran on the database
   * @param found empty when the schema is older than this program's, which cannot be read as it is
   */
  public record Snapshot<T>(int schema, Optional<T> found) {
    private static <T> Optional<Snapshot<T>> of(Connection connection, Function<Store, T> work)
        throws SQLException {
      int schema = Migrations.refuseNewer(Migrations.version(connection).orElse(0));
      if (schema == 0) {
        return Optional.empty();
      }
      boolean isReadable = schema == Migrations.NEWEST;
      return Optional.of(
          new Snapshot<>(
              schema,
              isReadable
                  ? Optional.of(
                      work.apply(new Store(new Sql(connection), LeaseClock.OWN, Optional.empty())))
                  : Optional.empty()));
    }
  }

  /**
   * Does {@code work}, which must only read. The database is not created, migrated or changed.
   *
   * @return empty when there is no database, or no schema in it
   * @throws TemporaryTrouble when another process has the database open for longer than the
   *     patience
   * @throws SetupProblem when the database cannot be opened or read, or a newer program wrote it
   */
  public <T> Optional<Snapshot<T>> readSnapshot(Function<Store, T> work) {
    return turn.take(
        LossGuard::checkFile,
        () -> {
          try (Connection connection = connections.openReadOnly()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            parts.checkNumber(connection);
            return Snapshot.of(connection, work);
          } catch (SQLException e) {
            if (dialect.isAbsent(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /**
   * Does {@code work}, which must only read. A file of this program's schema is opened once, for
   * reading only, and stays as it is: what depends on its time, such as the note of an idle home,
   * still holds.
   *
   * @throws TemporaryTrouble like {@link #transact(Function)}
   * @throws SetupProblem like {@link #transact(Function)}
   */
  public <T> T read(Function<Store, T> work) {
    boolean isFile = dialect.file().isPresent() && !turn.isMine();
    return (isFile ? readSnapshot(work) : Optional.<Snapshot<T>>empty())
        .flatMap(Snapshot::found)
        .orElseGet(() -> transact(work));
  }

  /**
   * What the server of the database says of itself; empty when the database is a file.
   *
   * @throws TemporaryTrouble when it is away
   * @throws SetupProblem when it cannot be used
   */
  public Optional<ServerFacts> serverFacts() {
    if (!isOnServer()) {
      return Optional.empty();
    }
    try (Connection connection = connections.openReadOnly()) {
      return dialect.facts(connection);
    } catch (SQLException e) {
      throw dialect.problem(e);
    }
  }
}
