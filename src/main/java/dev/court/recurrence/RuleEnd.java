package dev.court.recurrence;

import dev.court.booking.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How a rule ends (RFC 5545, 3.3.10). */
public sealed interface RuleEnd {

  /** The part as a rule writes it, COUNT or UNTIL; empty for {@link Never}. */
  String text();

  /** Whether {@code occurrence} is not after the end. A rule with COUNT ends by {@link #most}. */
  default boolean admits(Occurrence occurrence) {
    return true;
  }

  /** The greatest number of occurrences. */
  default long most() {
    return Long.MAX_VALUE;
  }

  /** The last day, in any zone, that may have an occurrence. Years have four digits. */
  default LocalDate lastDay() {
    return LocalDate.of(9999, 12, 31);
  }

  /** The rule has no end. */
  record Never() implements RuleEnd {
    @Override
    public String text() {
      return "";
    }
  }

  /** The rule ends after that number of occurrences. */
  record Count(int count) implements RuleEnd {
    @Override
    public String text() {
      return "COUNT=" + count;
    }

    @Override
    public long most() {
      return count;
    }
  }

  /** The rule ends with that day at the venue; the day is included. */
  record OnDay(LocalDate day) implements RuleEnd {
    @Override
    public String text() {
      return "UNTIL=" + Until.DATE.format(day);
    }

    @Override
    public boolean admits(Occurrence occurrence) {
      return !occurrence.wallClock().toLocalDate().isAfter(day);
    }

    @Override
    public LocalDate lastDay() {
      return day;
    }
  }

  /** The rule ends at that wall-clock time at the venue; the time is included. */
  record AtLocal(LocalDateTime last) implements RuleEnd {
    @Override
    public String text() {
      return "UNTIL=" + Until.LOCAL.format(last);
    }

    @Override
    public boolean admits(Occurrence occurrence) {
      return !occurrence.wallClock().isAfter(last);
    }

    @Override
    public LocalDate lastDay() {
      return last.toLocalDate();
    }
  }

  /** The rule ends at that instant; the instant is included. */
  record AtInstant(Instant last) implements RuleEnd {
    @Override
    public String text() {
      return "UNTIL=" + Until.LOCAL.format(last.atOffset(ZoneOffset.UTC)) + "Z";
    }

    @Override
    public boolean admits(Occurrence occurrence) {
      return !occurrence.instant().isAfter(last);
    }

    @Override
    public LocalDate lastDay() {
      return last.atOffset(ZoneOffset.MAX).toLocalDate();
    }
  }
}
