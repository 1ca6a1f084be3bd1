package dev.court.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What can be held once.
 *
 * @param amenity the number of the court at the building
 */
record Slot(Instant start, long amenity) {

  /** When it can be had. */
  Instant opening() {
    return start.minus(Duration.ofDays(7));
  }

  /** The court as the program calls it. */
  String court() {
    return amenity == 8 ? "1" : "2";
  }

  @Override
  public String toString() {
    return "court %s at %s".formatted(court(), start);
  }
}
