package dev.court.model;

import java.time.Duration;

/**
 * How a process ends before its time, or is held up.
 *
 * @param step the one at which it happens; 0 for none
 * @param span how long it is held up
 */
record Death(int step, Cause cause, Duration span) {
  static final Death NEVER = new Death(0, Cause.KILL, Duration.ZERO);

  /** What ends a process. */
  enum Cause {
    /** SIGKILL. */
    KILL,
    /** SIGTERM, which it hears of and may go on for a while. */
    TERM,
    /** It gets no processor for a while. */
    FREEZE,
    /** The machine loses its power, and every process ends with it. */
    POWER_CUT
  }
}
