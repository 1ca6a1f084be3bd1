package dev.court.bench;

import java.util.Arrays;
import java.util.Locale;

/** What can be measured, each by itself. */
enum Row {
  LOOPBACK,
  TLS,
  FAR,
  AHEAD,
  BEHIND,
  ONE_RUN,
  AT_ONCE,
  START,
  IDLE,
  PROCESSOR,
  BACKUP,
  SCALE;

  static Row of(String word) {
    return Arrays.stream(values())
        .filter(row -> row.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is " + Arrays.toString(values())));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
