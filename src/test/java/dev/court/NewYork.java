package dev.court;

import dev.court.booking.AlternativeTimes;
import dev.court.booking.BookingWindow;
import dev.court.booking.CourtPreference;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A building in New York: two courts, slots of half an hour, an opening a week ahead. */
public final class NewYork {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  public static final Venue VENUE =
      new Venue(
          ZONE,
          BookingWindow.DEFAULT,
          Duration.ofMinutes(30),
          Duration.ofMinutes(120),
          List.of(new TennisCourt("1", 8, "Court 1"), new TennisCourt("2", 10, "Court 2")));

  private NewYork() {}

  /** The instant of a wall-clock time. */
  public static Instant at(String wallClock) {
    return VENUE.occurrence(LocalDateTime.parse(wallClock)).instant();
  }

  /** A single start such as {@code 2026-12-02T17:00}, or a rule that starts on 22 November 2026. */
  public static Plan plan(String startOrRule) {
    return startOrRule.startsWith("FREQ=")
        ? new Plan.Recurring(LocalDateTime.parse("2026-11-22T00:00"), startOrRule)
        : new Plan.OneOff(LocalDateTime.parse(startOrRule));
  }

  public static ScheduleRequest request(Plan plan, int minutes, Strategy strategy) {
    return new ScheduleRequest(
        null,
        plan,
        CourtPreference.parse("1,2"),
        Duration.ofMinutes(minutes),
        "1",
        strategy,
        Optional.empty(),
        AlternativeTimes.NONE);
  }
}
