package dev.court.model;

/** What becomes of a request at the server. */
enum Fate {
  /** All is well. */
  ANSWERED,
  /** Done, and the connection is cut before the answer. */
  LOST_DONE,
  /** Not done, and the connection is cut. */
  LOST_UNDONE,
  /** The connection is cut, and the request is done some seconds later. */
  LATE,
  /** Answered after some seconds. */
  SLOW,
  /** Done, and answered with 500, 502 or 503. */
  ERROR_DONE,
  /** Not done, and answered with 500, 502 or 503. */
  ERROR_UNDONE,
  /** A page of HTML, 403 or 503, from a proxy that asks for patience. */
  CHALLENGE,
  THROTTLED,
  UNAUTHORISED,
  /** 404 in the words of the API. */
  NOT_FOUND;

  /** Whether the one who asked does not know afterwards what became of it. */
  boolean leavesDoubt() {
    return switch (this) {
      case LOST_DONE, LOST_UNDONE, LATE, ERROR_DONE, ERROR_UNDONE -> true;
      default -> false;
    };
  }

  boolean isDone() {
    return this == ANSWERED || this == SLOW || this == LOST_DONE || this == ERROR_DONE;
  }
}
