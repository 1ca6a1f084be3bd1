package dev.court.notification;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Incident;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.notification.channel.EventType;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.FailureDiagnosis;
import dev.court.text.DurationInWords;
import dev.court.text.TimeInWords;
import dev.court.workspace.SignInRemedy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every channel says of an event: a title to read on a locked phone, and a few lines. */
final class NotificationText {
  /** The subject of a message about one booking begins so. */
  static final String OF_BOOKING = "booking:";

  private static final int MOST_NAMED = 3;

  private final Venue venue;
  private final String account;
  private final InstantSource clock;

  NotificationText(Venue venue, String account, InstantSource clock) {
    this.venue = venue;
    this.account = account;
    this.clock = clock;
  }

  /** The subject of all messages about one booking. */
  static String subject(Booking booking) {
    return OF_BOOKING + booking.id();
  }

  Notification booked(ScheduledBooking what, boolean wasUnknown) {
    Booking booking = what.booking();
    String court = booked(booking);
    if (booking.isHeldAlready()) {
      return about(
          what,
          EventType.BOOKED,
          "Held already: %s, %s".formatted(start(booking), court),
          "Reservation %s was made by hand, so nothing was asked for."
              .formatted(booking.result().reservationId()));
    }
    return about(
        what,
        EventType.BOOKED,
        "Booked: %s, %s".formatted(start(booking), court),
        line(
            wasUnknown ? "Its answer was lost, but the reservation is there." : "",
            late(what),
            booking.result().reservationId() == null
                ? ""
                : "Reservation %s.".formatted(booking.result().reservationId())));
  }

  Notification lost(ScheduledBooking what, Optional<FailureDiagnosis> diagnosis) {
    return withDiagnosis(what, diagnosis, EventType.LOST, "Lost");
  }

  Notification missed(ScheduledBooking what, Optional<FailureDiagnosis> diagnosis) {
    return withDiagnosis(what, diagnosis, EventType.MISSED, "Missed");
  }

  /** Every court is taken, and asked for again. */
  Notification watched(ScheduledBooking what, Instant next) {
    String until = what.watchEnd(venue.notice()).map(end -> ", until " + time(end)).orElse("");
    return waiting(what, "It is asked for again%s, next %s.".formatted(until, time(next)));
  }

  /** It was not released yet. */
  Notification notReleased(ScheduledBooking what, Instant next) {
    return waiting(what, "It is asked for again %s.".formatted(time(next)));
  }

  Notification unknown(ScheduledBooking what, Optional<FailureDiagnosis> diagnosis) {
    return withDiagnosis(what, diagnosis, EventType.UNKNOWN, "Unknown");
  }

  /** They were reported as missed or lost by a clock that was wrong. */
  Notification reopened(List<ScheduledBooking> waiting) {
    int more = waiting.size() - MOST_NAMED;
    String named =
        waiting.stream()
            .limit(MOST_NAMED)
            .map(one -> start(one.booking()))
            .collect(Collectors.joining(", "));
    String reason = "the clock of this machine was wrong";
    return new Notification(
        "clock",
        EventType.SETTLED,
        waiting.size() == 1
            ? "Not missed after all: 1 booking"
            : "Not missed after all: %s bookings".formatted(waiting.size()),
        line(
            "The clock of this machine was wrong, so that what lies ahead was reported as missed or"
                + " lost. It waits for its opening again, or is tried at once:",
            named + (more > 0 ? " and %s more.".formatted(more) : ".")),
        NotificationJson.plain(now(), account, reason));
  }

  /** It could not be booked yet. */
  Notification delayed(ScheduledBooking what, Instant next) {
    return about(
        what,
        EventType.TROUBLE,
        "Not booked yet: %s, %s"
            .formatted(start(what.booking()), venue.courtNames(what.booking().courts())),
        line(why(what.booking()), "It will be tried again %s.".formatted(time(next)), more(what)));
  }

  Notification sessionEnds(ExpiryWarning warning) {
    Booking booking = warning.what().booking();
    return about(
        warning.what(),
        "session",
        EventType.SESSION_END,
        "The session ends before an opening",
        line(
            "The session %s %s, and %s opens %s."
                .formatted(
                    warning.isLikely() ? "should end, as long as others lasted," : "ends",
                    time(warning.sessionEnd()),
                    start(booking),
                    time(booking.opening())),
            "Sign in shortly before, or run %s, which lets it begin anew."
                .formatted(SignInRemedy.lasting(account))));
  }

  Notification incident(Incident incident, EventType type, String why, List<ScheduledBooking> due) {
    String title = type == EventType.SIGN_IN ? "Sign-in needed" : "Trouble: nothing can be booked";
    String waiting =
        due.stream().map(one -> start(one.booking())).collect(Collectors.joining(", "));
    return new Notification(
        incident.subject(),
        type,
        title,
        line(
            sentence(why),
            incident.announced() ? "This lasts since %s.".formatted(time(incident.since())) : "",
            waiting.isEmpty() ? "" : "Due: %s.".formatted(waiting)),
        NotificationJson.plain(now(), account, why));
  }

  Notification over(Incident incident) {
    return new Notification(
        incident.subject(),
        EventType.OVER,
        "It works again",
        line("It did not since %s:".formatted(time(incident.since())), sentence(incident.reason())),
        NotificationJson.plain(now(), account, incident.reason()));
  }

  /** Why, and what would help, in the words of the terminal. */
  private Notification withDiagnosis(
      ScheduledBooking what, Optional<FailureDiagnosis> diagnosis, EventType type, String word) {
    Booking booking = what.booking();
    return about(
        what,
        type,
        "%s: %s, %s".formatted(word, times(what), venue.courtNames(booking.courts())),
        line(
            diagnosis
                .map(FailureDiagnosis::why)
                .map(NotificationText::sentence)
                .orElseGet(() -> why(booking)),
            diagnosis
                .map(FailureDiagnosis::help)
                .filter(help -> !help.isEmpty())
                .map(NotificationText::sentence)
                .orElse("")));
  }

  private Notification waiting(ScheduledBooking what, String next) {
    return about(
        what,
        EventType.WAITING,
        "Waiting: %s, %s"
            .formatted(start(what.booking()), venue.courtNames(what.booking().courts())),
        line(why(what.booking()), next));
  }

  private Notification about(ScheduledBooking what, EventType type, String title, String text) {
    return about(what, subject(what.booking()), type, title, text);
  }

  private Notification about(
      ScheduledBooking what, String subject, EventType type, String title, String text) {
    return new Notification(
        subject, type, title, line(heading(what), text), NotificationJson.of(now(), account, what));
  }

  /** Which schedule it is about. */
  private String heading(ScheduledBooking what) {
    String name = what.schedule().asked().name();
    return (name == null ? "Schedule " + what.schedule().id() : name)
        + ", "
        + DurationInWords.minutes(what.booking().duration())
        + (account.equals("default") ? "" : ", account " + account)
        + ".";
  }

  private static String more(ScheduledBooking what) {
    return "court show %s tells the whole story.".formatted(what.schedule().id());
  }

  private static String why(Booking booking) {
    return booking.result().lastError() == null ? "" : sentence(booking.result().lastError());
  }

  private String late(ScheduledBooking what) {
    if (what.wasOpenBefore()) {
      return "Open since %s.".formatted(time(what.booking().opening()));
    }
    Long late = what.booking().result().lateMs();
    return late == null
        ? ""
        : "The first request went out %s after the opening."
            .formatted(DurationInWords.exact(Duration.ofMillis(late)));
  }

  private String booked(Booking booking) {
    String id = booking.result().bookedCourtId();
    return id == null ? venue.courtNames(booking.courts()) : venue.courtName(id);
  }

  private static String start(Booking booking) {
    return TimeInWords.minuteAndZone(booking.occurrence().start());
  }

  /** All times of an occurrence that is lost. */
  private static String times(ScheduledBooking what) {
    return what.booking().status() == BookingStatus.UNKNOWN
        ? start(what.booking())
        : TimeInWords.minuteAndZone(what.preferredStart())
            + what.schedule().asked().alternatives().inWords();
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(venue.zone());
  }

  private String time(Instant instant) {
    return TimeInWords.minuteAndZone(instant.atZone(venue.zone()));
  }

  private static String sentence(String text) {
    String first =
        text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.matches("(?s).*[.!?]") ? first : first + ".";
  }

  private static String line(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }
}
