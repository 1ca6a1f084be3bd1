package dev.court.settings;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.log.LogLevel;
import dev.court.text.DurationText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Reads the values of settings that are plain texts. */
final class SettingTexts {
  private SettingTexts() {}

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "%s is no time zone: write it such as America/New_York".formatted(Quote.of(text)), e);
    }
  }

  /** A length of time that may be nothing. */
  static Duration notice(String text) {
    return DurationText.unitsOrIso(text).filter(Duration::isZero).orElseGet(() -> length(text));
  }

  static Duration length(String text) {
    return DurationText.unitsOrIso(text)
        .filter(duration -> !duration.isNegative() && !duration.isZero())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no length of time: write it such as 30m or PT30M"
                        .formatted(Quote.of(text))));
  }

  static LogLevel level(String word) {
    return LogLevel.of(word)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no level of the log: there is %s"
                        .formatted(Quote.of(word), String.join(", ", LogLevel.words()))));
  }

  static String guests(String text) {
    if (!text.matches("\\d{1,3}")) {
      throw new InvalidRequest("%s is no number of guests".formatted(Quote.of(text)));
    }
    return text;
  }
}
