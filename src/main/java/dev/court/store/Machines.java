package dev.court.store;

import dev.court.booking.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The machines that share a database on a server. A file, which one machine uses, has no rows. */
public final class Machines {
  /** A machine that was not seen for so long is gone. */
  private static final Duration GONE = Duration.ofDays(1);

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_HOME = 1000;
  private static final int LONGEST_KEYS = 1000;

  private final Sql sql;
  private final LeaseClock leases;

  Machines(Sql sql, LeaseClock leases) {
    this.sql = sql;
    this.leases = leases;
  }

  /** All that were seen within a day, by name; their times by the clock of the database. */
  public List<Machine> all() {
    return sql.query(
        """
        SELECT name, home, kind, version, started_at, seen_at, clock_ahead_ms, key_ids
        FROM machines
        ORDER BY name, home, kind
        """,
        row ->
            new Machine(
                row.getString("name"),
                row.getString("home"),
                row.getString("kind"),
                row.getString("version"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "seen_at"),
                Duration.ofMillis(row.getLong("clock_ahead_ms")),
                keys(row.getString("key_ids"))));
  }

  /**
   * The machine is there now. Forgets those that are gone.
   *
   * @param self its times by its own clock
   */
  public void show(Machine self) {
    Instant now = leases.stored(self.seenAt());
    sql.update("DELETE FROM machines WHERE seen_at < ?", now.minus(GONE));
    Object[] values = {
      self.version(),
      leases.stored(self.startedAt()),
      now,
      leases.ahead().negated().toMillis(),
      Sql.cut(String.join(" ", new TreeSet<>(self.keys())), LONGEST_KEYS),
      Sql.cut(self.name(), LONGEST_NAME),
      Sql.cut(self.home(), LONGEST_HOME),
      self.kind()
    };
    boolean isKnown =
        sql.updateOne(
            """
            UPDATE machines SET version = ?, started_at = ?, seen_at = ?, clock_ahead_ms = ?,
              key_ids = ?
            WHERE name = ? AND home = ? AND kind = ?
            """,
            values);
    if (!isKnown) {
      sql.update(
          """
          INSERT INTO machines (version, started_at, seen_at, clock_ahead_ms, key_ids, name, home,
            kind)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          values);
    }
  }

  private static Set<String> keys(String stored) {
    return stored == null || stored.isEmpty() ? Set.of() : Set.of(stored.split(" "));
  }

  /** The machine ends as it was asked to, and nobody is to miss it. */
  public void leave(Machine self) {
    sql.update(
        "DELETE FROM machines WHERE name = ? AND home = ? AND kind = ?",
        Sql.cut(self.name(), LONGEST_NAME),
        Sql.cut(self.home(), LONGEST_HOME),
        self.kind());
  }
}
