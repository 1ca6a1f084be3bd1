package dev.court.booking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Locale;

/**
 * How long before its start a court can be booked. {@code PT168H} counts elapsed hours, {@code P7D}
 * calendar days in the venue's zone; they differ only in the two weeks after a DST change.
 *
 * @param length a positive {@link Duration}, or a {@link Period} of days or weeks
 */
public record BookingWindow(TemporalAmount length) {

  /** Far beyond any building's, and within what calendars and databases can count. */
  private static final int MOST_DAYS = 366;

  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  /** What Atrium is known to use: a week of elapsed hours. */
  public static final BookingWindow DEFAULT = parse("PT168H");

  public BookingWindow {
    if (!isUsable(length)) {
      throw new IllegalArgumentException("no window: " + length);
    }
  }

  /**
   * Reads an ISO-8601 duration: with a time part elapsed time, with days or weeks only calendar
   * days.
   *
   * @throws InvalidRequest when it is neither
   */
  public static BookingWindow parse(String text) {
    try {
      return new BookingWindow(
          text.toUpperCase(Locale.ROOT).contains("T") ? Duration.parse(text) : Period.parse(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new InvalidRequest(
          "%s is no booking window: use elapsed hours (PT168H) or calendar days (P7D), up to a year"
              .formatted(Quote.of(text)),
          e);
    }
  }

  /** The opening: the first instant at which a court starting at {@code start} can be booked. */
  public Instant opening(ZonedDateTime start) {
    return start.minus(length).toInstant();
  }

  /** The latest start that is bookable at {@code now}, in {@code zone}. */
  public ZonedDateTime reach(Instant now, ZoneId zone) {
    return now.atZone(zone).plus(length);
  }

  @Override
  public String toString() {
    return length.toString();
  }

  private static boolean isUsable(TemporalAmount length) {
    boolean isCalendar = length instanceof Period period && period.toTotalMonths() != 0;
    LocalDateTime end = EPOCH.plus(length);
    return !isCalendar && end.isAfter(EPOCH) && !end.isAfter(EPOCH.plusDays(MOST_DAYS));
  }
}
