package dev.court.sandbox.http;

/** How an answer goes over the wire. */
public enum DeliveryMode {
  WHOLE,
  /** The connection is closed without a byte. */
  NOTHING,
  /** The headers, then nothing, until the client gives up. */
  STALLED,
  /** Half of the answer, then the connection is closed. */
  CUT,
  /** The whole answer, then the connection is closed though nobody said so. */
  HANG_UP
}
