package dev.court.store.loss;

import dev.court.booking.SetupProblem;
import dev.court.files.FileTrouble;
import dev.court.log.Log;
import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.H2Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Refuses an H2 file that does not have all that was committed durably. When a file lost its end or
 * was replaced by an older copy, H2 opens an older state of it without an error. So each change
 * raises a number in the database, and what is on the disk of it is remembered in a {@link
 * ChangeNumberFile}. The number in the file is never ahead of what is on the disk, so that neither
 * a killed process nor a power cut makes a good database look like one that lost something.
 *
 * <p>While this process has the database open, only {@link #checkNumber} and {@link #remember} may
 * be called.
 */
public final class LossGuard {
  private static final int TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);

  private final DatabaseFile database;
  private final ChangeNumberFile file;
  private final ConnectionSource connections;
  private final Log log;

  public LossGuard(DatabaseFile database, ConnectionSource connections, Log log) {
    this.database = database;
    this.file = new ChangeNumberFile(database.path());
    this.connections = connections;
    this.log = log;
  }

  /**
   * Looks into the file before it is opened for writing, which would write over what is left.
   *
   * @throws SetupProblem when the database has lost something
   */
  public void check() throws SQLException {
    if (checkFile()) {
      try (Connection connection = connections.openReadOnly()) {
        checkNumber(connection);
      }
    }
  }

  /**
   * Looks at the file itself, which is enough before it is opened for reading only.
   *
   * @return whether it is known which number must be in it
   */
  public boolean checkFile() {
    database.refuseSpecial();
    refuseImpossibleNumber();
    boolean isKnown = file.read().isPresent();
    if (isKnown) {
      refuseIf(database::isEmpty, "is gone, or empty");
    } else {
      refuseIf(() -> LastChunk.isCutOff(database.path()), "is cut off");
    }
    return isKnown;
  }

  /** The number of an open database, which must not be older than what is known of it. */
  public void checkNumber(Connection connection) throws SQLException {
    OptionalLong known = file.read();
    ChangeState now = ChangeNumber.state(connection).requireHere();
    if (known.isPresent() && now.number() < known.getAsLong()) {
      throw refusal("has lost what was written last, or is an older copy");
    }
  }

  /** The database has this number, on the disk. A failure only makes the guard weaker. */
  public void remember(long number) {
    try {
      file.write(number);
    } catch (IOException e) {
      log.warn("cannot write %s".formatted(file.path()), e);
    }
  }

  /**
   * What the file has now is all that there is. Where it has nothing, a new one may be made.
   *
   * @return whether there is a database to go on with
   */
  public boolean accept() {
    database.refuseSpecial();
    if (!database.isEmpty()) {
      return true;
    }
    try {
      file.delete();
      return false;
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot delete %s: %s".formatted(file.path(), FileTrouble.reason(e)), e);
    }
  }

  /** Whether neither the database nor anything beside it was ever made. */
  public boolean isNew() {
    return !database.isThere() && !Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The number that is known; 0 where none is. */
  public long known() {
    return file.read().orElse(0);
  }

  /** Nobody can tell by it whether the database is whole. */
  private void refuseImpossibleNumber() {
    if (file.isBeyondAllNumbers()) {
      throw new SetupProblem(
          "%s is damaged: no database has so many changes; 'court backup accept' puts it right, and"
                  .formatted(file.path())
              + " 'court backup restore' puts back the newest backup");
    }
  }

  /** Looks again for a while: another process may be closing the file, or putting a copy back. */
  private void refuseIf(BooleanSupplier isWrong, String what) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (!isWrong.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw refusal(what);
  }

  private SetupProblem refusal(String what) {
    return new SetupProblem(
        "the database %s %s: %s".formatted(database.path(), what, H2Dialect.MEND));
  }
}
