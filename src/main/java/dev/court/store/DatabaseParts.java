package dev.court.store;

import dev.court.log.Log;
import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import dev.court.store.loss.DatabaseFile;
import dev.court.store.loss.LossGuard;
import dev.court.store.loss.ServerGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a database is made of.
 *
 * @param file empty when it is on a server
 * @param guard empty when it is on a server
 * @param serverGuard empty when it is a file, or when this machine remembers nothing of a server
 * @param clock the clock of this machine; empty where it is not compared with the one of a server
 */
record DatabaseParts(
    Dialect dialect,
    ConnectionSource connections,
    Optional<DatabaseFile> file,
    Optional<LossGuard> guard,
    Optional<ServerGuard> serverGuard,
    Optional<InstantSource> clock,
    ServerUse use,
    Log log) {

  static DatabaseParts of(
      String url, Duration patience, Log log, Optional<InstantSource> clock, ServerUse use) {
    Dialect dialect = Dialect.of(url);
    ConnectionSource connections = new ConnectionSource(dialect, patience, log);
    Optional<DatabaseFile> file = dialect.file().map(path -> new DatabaseFile(path, log));
    return new DatabaseParts(
        dialect,
        connections,
        file,
        file.map(one -> new LossGuard(one, connections, log)),
        dialect
            .place()
            .flatMap(place -> use.memory().map(memory -> new ServerGuard(memory, place, log))),
        clock,
        use,
        log);
  }

  /** Refuses an open database that has lost something. */
  void checkNumber(Connection connection) throws SQLException {
    if (guard.isPresent()) {
      guard.get().checkNumber(connection);
    }
    if (serverGuard.isPresent()) {
      serverGuard.get().check(connection);
    }
  }
}
