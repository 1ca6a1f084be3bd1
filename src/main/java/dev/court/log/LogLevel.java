package dev.court.log;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/** How much is logged: each level includes the levels before it. */
public enum LogLevel {
  OFF,
  ERROR,
  WARN,
  INFO,
  DEBUG;

  /** The name in the settings and in the log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name, in any case; empty when there is none. */
  public static Optional<LogLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equalsIgnoreCase(word)).findFirst();
  }

  /** The names of all levels. */
  public static List<String> words() {
    return Arrays.stream(values()).map(LogLevel::word).toList();
  }

  boolean includes(LogLevel other) {
    return other.compareTo(this) <= 0;
  }

  static LogLevel of(Level level) {
    return Arrays.stream(values())
        .filter(one -> one.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  Level level() {
    return switch (this) {
      case OFF -> Level.OFF;
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }
}
