package dev.court.model;

/**
 * How a process ends before its time.
 *
 * @param step the one at which it happens; 0 for none
 */
record Death(int step, Cause cause) {
  static final Death NEVER = new Death(0, Cause.KILL);

  /** What ends a process. */
  enum Cause {
    /** SIGKILL. */
    KILL,
    /** SIGTERM, which it hears of and may go on for a while. */
    TERM,
    /** The machine loses its power, and every process ends with it. */
    POWER_CUT
  }
}
