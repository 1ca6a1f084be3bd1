package dev.court.model;

import java.time.Instant;

/**
 * A request for a court that arrived.
 *
 * @param at by our clock
 * @param ofServer the same instant by the server's clock
 */
record Shot(ModelProcess by, Slot slot, Instant at, Instant ofServer, Fate fate) {

  /**
   * Whether the program may be in doubt of what came of it, since it got no answer that says so.
   */
  boolean leavesDoubt() {
    return fate.leavesDoubt() || by.isKilled();
  }
}
