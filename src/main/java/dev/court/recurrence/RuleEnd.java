package dev.court.recurrence;

import dev.court.booking.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How a rule ends (RFC 5545, 3.3.10). */
public sealed interface RuleEnd {

  /** As a rule part; empty when there is none. */
  String text();

  /** Whether {@code occurrence} is not past the end; who counts keeps to {@link #most}. */
  default boolean admits(Occurrence occurrence) {
    return true;
  }

  /** How many occurrences there are at most. */
  default long most() {
    return Long.MAX_VALUE;
  }

  /** The last day at any venue that may have an occurrence; years have four digits. */
  default LocalDate lastDay() {
    return LocalDate.of(9999, 12, 31);
  }

  /** Goes on and on. */
  record Never() implements RuleEnd {
    @Override
    public String text() {
      return "";
    }
  }

  /** Ends after so many occurrences. */
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

  /** Ends with the end of that day at the venue. */
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

  /** Ends with that wall-clock time at the venue. */
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

  /** Ends with that instant. */
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
