package dev.court.store;

import java.io.Serial;
import java.sql.SQLException;

/** Carries an {@link SQLException} to {@link Database}, which turns it into a message. */
final class StorageFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final SQLException sql;

  StorageFault(SQLException sql) {
    super(sql);
    this.sql = sql;
  }

  SQLException sql() {
    return sql;
  }
}
