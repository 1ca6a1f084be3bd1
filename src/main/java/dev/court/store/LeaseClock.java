package dev.court.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock by which the end of a claim is stored. Machines whose clocks differ judge each other's
 * claims, so it is the clock of the database that they share.
 *
 * @param ahead by how much it is ahead of the clock of this machine; negative when it is behind
 */
record LeaseClock(Duration ahead) {
  /** The clock of the only machine. */
  static final LeaseClock OWN = new LeaseClock(Duration.ZERO);

  /** From what both clocks show at the same moment. */
  static LeaseClock between(Instant own, Instant shared) {
    return new LeaseClock(Duration.between(own, shared));
  }

  Instant stored(Instant own) {
    return own.plus(ahead);
  }

  /** Null for null. */
  Instant own(Instant stored) {
    return stored == null ? null : stored.minus(ahead);
  }
}
