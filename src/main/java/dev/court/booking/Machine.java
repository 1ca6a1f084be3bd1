package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

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
 * @param keys the numbers of the keys that it has, which are no secret; empty when it has none, or
 *     is of a version that does not say
 */
public record Machine(
    String name,
    String home,
    String kind,
    String version,
    Instant startedAt,
    Instant seenAt,
    Duration clockAhead,
    Set<String> keys) {
  public Machine {
    keys = Set.copyOf(keys);
  }

  /** The same, seen at another time. */
  public Machine seen(Instant at) {
    return new Machine(name, home, kind, version, startedAt, at, clockAhead, keys);
  }
}
