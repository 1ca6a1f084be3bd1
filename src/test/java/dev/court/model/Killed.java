package dev.court.model;

/** Ends a thread of a process that was killed, after everybody who could notice has left. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
