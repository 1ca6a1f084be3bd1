package dev.court.planning.words;

import java.time.LocalTime;

/**
 * A time of day.
 *
 * @param nextDay whether it is the midnight that ends the day that is named
 */
record SpokenTime(LocalTime time, boolean nextDay) {
  static SpokenTime of(int hour, int minute) {
    return new SpokenTime(LocalTime.of(hour, minute), false);
  }

  static SpokenTime endOfDay() {
    return new SpokenTime(LocalTime.MIDNIGHT, true);
  }
}
