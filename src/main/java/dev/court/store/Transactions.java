package dev.court.store;

import dev.court.store.dialect.Dialect;
import dev.court.store.loss.ChangeNumber;
import dev.court.store.loss.ServerGuard;
import dev.court.store.schema.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does the work of one transaction on an open connection, after the schema is this program's. A
 * {@link Database} lets one thread in at a time.
 */
final class Transactions {
  private final DatabaseParts parts;
  private final Dialect dialect;

  /** Whether the check of the machine's first transaction on a server has passed. */
  private boolean isChecked;

  /** The connection whose server was looked at: after another one it may be an older state. */
  private Connection looked;

  /** What a question to a server took in the last transactions. */
  private volatile Duration roundTrip = Duration.ZERO;

  /** What a transaction within another one works with: it would wait for the lock of the other. */
  private Store current;

  Transactions(DatabaseParts parts) {
    this.parts = parts;
    this.dialect = parts.dialect();
  }

  /** The transaction that is going on; empty when there is none, or a file is opened for each. */
  Optional<Store> current() {
    return Optional.ofNullable(current);
  }

  /** The next one is checked as the first one was. */
  void checkAgain() {
    isChecked = false;
    looked = null;
  }

  Duration roundTrip() {
    return roundTrip;
  }

  /**
   * Does it, and commits.
   *
   * @param accepts whether the database may be any, whatever it has lost
   * @param durably whether the result is to outlive a power cut
   */
  <T> T run(Connection connection, boolean accepts, Function<Store, T> work, Predicate<T> durably)
      throws SQLException {
    connection.setAutoCommit(false);
    LeaseClock leases = leases(dialect.begin(connection));
    long from = System.nanoTime();
    boolean isMigrated = Migrations.run(connection, dialect);
    if (!isMigrated && dialect.isServer()) {
      // It has asked one question.
      noteRoundTrip(Duration.ofNanos(System.nanoTime() - from));
    }
    if (!accepts) {
      lookAtServer(connection);
    }
    Sql sql = new Sql(connection);
    boolean isFirst = dialect.isServer() && !isChecked;
    T result =
        committed(
            connection,
            new Store(sql, leases, dialect.runLocks()),
            sql,
            isFirst ? checkedFirst(work) : work,
            isMigrated);
    isChecked = true;
    looked = connection;
    if (durably.test(result)) {
      sync(connection, isMigrated || sql.hasChanged());
    }
    return result;
  }

  /** At most twice as long as before: a server, or a machine, that is busy once is not far away. */
  private void noteRoundTrip(Duration now) {
    Duration most = roundTrip.isZero() ? now : roundTrip.multipliedBy(2);
    roundTrip = now.compareTo(most) < 0 ? now : most;
  }

  private <T> Function<Store, T> checkedFirst(Function<Store, T> work) {
    return store -> {
      parts.use().firstCheck().accept(store);
      return work.apply(store);
    };
  }

  private void lookAtServer(Connection connection) throws SQLException {
    if (parts.serverGuard().isPresent() && looked != connection) {
      parts.serverGuard().get().check(connection);
    }
  }

  private LeaseClock leases(Optional<Instant> shared) {
    return parts.clock().isPresent() && shared.isPresent()
        ? LeaseClock.between(parts.clock().get().instant(), shared.get())
        : LeaseClock.OWN;
  }

  private void sync(Connection connection, boolean hasChanged) throws SQLException {
    dialect.sync(connection);
    if (parts.guard().isPresent() && hasChanged) {
      parts.guard().get().remember(ChangeNumber.read(connection));
    }
  }

  private <T> T committed(
      Connection connection, Store store, Sql sql, Function<Store, T> work, boolean isMigrated)
      throws SQLException {
    try {
      current = dialect.keepsConnection() ? store : null;
      T result = work.apply(store);
      boolean hasChanged = isMigrated || sql.hasChanged();
      if (hasChanged && (parts.guard().isPresent() || dialect.isServer())) {
        ChangeNumber.raise(connection);
      }
      if (sql.hasChangedPlans()) {
        dialect.announce(connection);
      }
      commit(connection, sql, hasChanged);
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    } finally {
      current = null;
    }
  }

  /** When the answer to a commit is lost, the database is asked whether it was made. */
  private void commit(Connection connection, Sql sql, boolean hasChanged) throws SQLException {
    Optional<ServerGuard.Committing> seen =
        hasChanged && parts.serverGuard().isPresent()
            ? Optional.of(parts.serverGuard().get().committing(connection))
            : Optional.empty();
    Optional<String> name = sql.hasChanged() ? dialect.name(connection) : Optional.empty();
    try {
      connection.commit();
    } catch (SQLException e) {
      if (name.isEmpty() || !parts.connections().isCommitted(name.get())) {
        throw e;
      }
      parts.log().warn("the answer to a commit was lost, and it was made", e);
    }
    seen.ifPresent(ServerGuard.Committing::remember);
  }

  private static void rollBack(Connection connection, Throwable first) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }
}
