package dev.court.sandbox.http;

/** How much of an answer is sent. */
public enum DeliveryMode {
  WHOLE,
  /** The connection is closed without a byte. */
  NOTHING,
  /** The headers, then nothing, until the client gives up. */
  STALLED,
  /** Half of the answer, then the connection is closed. */
  CUT,
  /** The whole answer, then the connection is closed without announcement. */
  HANG_UP
}
