package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Occurrence;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.booking.Watch;
import dev.court.schedule.ExpiryWarning;
import dev.court.session.SessionForecast;
import dev.court.text.DurationInWords;
import dev.court.text.IsoTime;
import dev.court.text.TimeInWords;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.SignInRemedy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes times, courts and durations in words, by the venue's clock and the names of its courts.
 */
public final class Phrases {
  private static final int HALF_AN_HOUR = 30;

  private final Venue venue;

  public Phrases(Venue venue) {
    this.venue = venue;
  }

  public String time(ZonedDateTime time) {
    return TimeInWords.minute(time);
  }

  public String time(Instant instant) {
    return TimeInWords.minute(instant.atZone(venue.zone()));
  }

  /** Like {@link #time} without the year. */
  String brief(Instant instant) {
    return TimeInWords.minuteWithoutYear(instant.atZone(venue.zone()));
  }

  public String timeAndZone(ZonedDateTime time) {
    return TimeInWords.minuteAndZone(time);
  }

  /** The time of a booking; where others of its occurrence would do, all of them. */
  String times(ScheduledBooking what) {
    return timeAndZone(what.preferredStart()) + what.schedule().asked().alternatives().inWords();
  }

  public String timeAndZone(Instant instant) {
    return TimeInWords.minuteAndZone(instant.atZone(venue.zone()));
  }

  /** To the millisecond, for times that lie in the past. */
  String moment(Instant instant) {
    return TimeInWords.millisecond(instant.atZone(venue.zone()));
  }

  /** Like {@link #moment} without the year. */
  String briefMoment(Instant instant) {
    return TimeInWords.millisecondWithoutYear(instant.atZone(venue.zone()));
  }

  /** ISO-8601 with the venue's offset, for programs; null for null. */
  String iso(Instant instant) {
    return instant == null ? null : IsoTime.second(instant.atZone(venue.zone()));
  }

  /** Like {@link #iso}, to the millisecond. */
  String isoMillis(Instant instant) {
    return IsoTime.millisecond(instant.atZone(venue.zone()));
  }

  /** Such as "Court 1, else Court 2". */
  public String courts(CourtPreference courts) {
    return venue.courtNames(courts);
  }

  String court(String id) {
    return venue.courtName(id);
  }

  /** The court that was booked; all that were asked for when the building did not say which. */
  String bookedCourt(Booking booking) {
    String id = booking.result().bookedCourtId();
    return id == null ? courts(booking.courts()) : court(id);
  }

  /** When it opens; of one that is open already, who books it. */
  public String opens(ScheduledBooking what, Instant now) {
    Booking booking = what.booking();
    return what.isAlternative() && booking.opening().isBefore(now)
        ? "open since " + timeAndZone(booking.opening())
        : opens(booking, now);
  }

  private String opens(Booking booking, Instant now) {
    Duration left = Duration.between(now, booking.opening());
    return left.isNegative()
        ? "open since %s: the next run-due books it".formatted(timeAndZone(booking.opening()))
        : "opens %s, in %s".formatted(timeAndZone(booking.opening()), DurationInWords.of(left));
  }

  /** How long it is until an opening. */
  static String left(Instant now, Instant opening) {
    return opening.isAfter(now) ? DurationInWords.of(Duration.between(now, opening)) : "open now";
  }

  /**
   * The state of the session at an opening, with the remedy where one is needed.
   *
   * @param account whose session it is
   */
  static String session(SessionForecast forecast, String account) {
    String login = AccountCommand.of("court login", account);
    String remember = SignInRemedy.lasting(account);
    return switch (forecast) {
      case ALIVE -> "alive";
      case KEPT -> "kept alive by run-due";
      case RENEWED -> "kept alive by run-due, or begun anew";
      case ENDS_BEFORE -> "will have ended: " + remember;
      case LIKELY_ENDS_BEFORE -> "will likely have ended: " + remember;
      case NOT_KNOWN -> "not known";
      case ENDED -> "ended: " + login;
      case SIGNED_OUT -> "nobody is signed in: " + login;
    };
  }

  /**
   * Says that a session ends too soon, with the remedy.
   *
   * @param account whose session it is
   */
  String expiryWarning(ExpiryWarning warning, String account) {
    return "the session %s %s, and %s opens %s: %s lets it begin anew"
        .formatted(
            warning.isLikely() ? "likely ends" : "ends",
            timeAndZone(warning.sessionEnd()),
            time(warning.what().booking().occurrence().start()),
            timeAndZone(warning.what().booking().opening()),
            SignInRemedy.lasting(account));
  }

  /** A note about a clock change that moves the time or makes it ambiguous; empty for none. */
  static String clockChange(Occurrence occurrence) {
    return switch (occurrence.clockChange()) {
      case NONE -> "";
      case GAP ->
          "%s does not exist that day: the clocks go forward"
              .formatted(occurrence.wallClock().toLocalTime());
      case OVERLAP ->
          "%s happens twice that day: the earlier one"
              .formatted(occurrence.wallClock().toLocalTime());
    };
  }

  /**
   * A note about when the last slot of a booking is released; empty when that time is over. Slots
   * are released one by one, and a reservation of several is refused until the last of them is.
   */
  String lastRelease(Booking booking, Instant now) {
    Instant release = booking.opening().plus(booking.duration()).minus(venue.slot());
    return release.equals(booking.opening()) || release.isBefore(now)
        ? ""
        : "the last %s at %s; asked for again then"
            .formatted(slotOpens(), TimeInWords.timeOfDay(release.atZone(venue.zone())));
  }

  private String slotOpens() {
    long minutes = venue.slot().toMinutes();
    if (minutes == HALF_AN_HOUR) {
      return "half-hour opens";
    }
    return minutes == 1 ? "minute opens" : "%s minutes open".formatted(minutes);
  }

  /** Which time has to be lost before this one is tried; empty for one that is tried anyway. */
  private static String alternative(ScheduledBooking what) {
    return what.isAlternative()
        ? "if %s is lost"
            .formatted(
                what.schedule()
                    .asked()
                    .alternatives()
                    .before(
                        what.booking().occurrence().start().toLocalTime(),
                        what.booking().wallClock().toLocalTime()))
        : "";
  }

  /** All notes about a booking that is to be made; empty for none. */
  String notes(ScheduledBooking what, Instant now) {
    Booking booking = what.booking();
    return Stream.of(
            alternative(what), clockChange(booking.occurrence()), lastRelease(booking, now))
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** The name behind what it names; empty where there is none. */
  static String named(ScheduleRequest asked) {
    return asked.name() == null ? "" : " (" + asked.name() + ")";
  }

  /** The duration, and whether it is booked slot by slot. */
  String length(ScheduleRequest asked) {
    boolean split =
        asked.strategy() == Strategy.SPLIT && asked.duration().compareTo(venue.slot()) > 0;
    return minutes(asked.duration()) + (split ? " slot by slot" : "");
  }

  /** Such as "asked for again every 10 minutes, for 2 days". */
  static String watch(Watch watch) {
    return "asked for again every %s, for %s"
        .formatted(DurationInWords.of(watch.every()), DurationInWords.of(watch.keepTrying()));
  }

  static String minutes(Duration duration) {
    return DurationInWords.minutes(duration);
  }

  /** How late a request was; of what was asked for after its opening, since when it was open. */
  String late(ScheduledBooking what, Long lateMs) {
    return what.wasOpenBefore() ? "open since " + brief(what.booking().opening()) : late(lateMs);
  }

  /** How late a request was, such as "+3 ms" or "2 days 4 hours late"; empty for null. */
  static String late(Long lateMs) {
    if (lateMs == null) {
      return "";
    }
    Duration late = Duration.ofMillis(lateMs);
    return DurationInWords.isExact(late)
        ? (late.isNegative() ? "" : "+") + DurationInWords.exact(late)
        : DurationInWords.of(late) + " late";
  }
}
