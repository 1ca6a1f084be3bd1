package dev.court.bench;

import java.util.Locale;

/** What a value counts, and how it is written. */
enum Unit {
  /** Milliseconds after an opening. */
  LATE("ms late", "%.1f"),
  /** Milliseconds from start to end. */
  TOOK("ms", "%.0f"),
  /** Milliseconds of a processor, of all threads together. */
  SPENT("ms of processor", "%.0f"),
  SECONDS("s of processor", "%.0f"),
  KIB("KiB", "%.0f"),
  RATIO("times", "%.2f"),
  REQUESTS("requests", "%.0f");

  private final String word;
  private final String format;

  Unit(String word, String format) {
    this.word = word;
    this.format = format;
  }

  String word() {
    return word;
  }

  String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
