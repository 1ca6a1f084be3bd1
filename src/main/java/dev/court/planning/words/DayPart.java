package dev.court.planning.words;

import java.time.LocalTime;

/** A part of the day, which says whether 7 is in the morning or in the evening. */
enum DayPart {
  MORNING(0, 11),
  AFTERNOON(12, 18),
  EVENING(16, 23),
  /** To the small hours. */
  NIGHT(18, 5);

  private final int firstHour;
  private final int lastHour;

  DayPart(int firstHour, int lastHour) {
    this.firstHour = firstHour;
    this.lastHour = lastHour;
  }

  boolean contains(LocalTime time) {
    int hour = time.getHour();
    return firstHour <= lastHour
        ? hour >= firstHour && hour <= lastHour
        : hour >= firstHour || hour <= lastHour;
  }
}
