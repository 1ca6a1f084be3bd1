package dev.court.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * A machine that uses the database, as it showed itself last.
 *
 * @param name what the machine calls itself
 * @param home the folder of court on it
 * @param kind {@code worker} or {@code run-due}
 * @param version of court
 * @param startedAt when the process began; of run-due, the last one
 * @param seenAt when it showed itself last, by the clock of the database
 * @param clockAhead by how much its clock was ahead of the database's; negative when it was behind
 */
public record Machine(
    String name,
    String home,
    String kind,
    String version,
    Instant startedAt,
    Instant seenAt,
    Duration clockAhead) {

  /** The same, seen at another time. */
  public Machine seen(Instant at) {
    return new Machine(name, home, kind, version, startedAt, at, clockAhead);
  }
}
