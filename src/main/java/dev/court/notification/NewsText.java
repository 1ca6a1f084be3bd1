package dev.court.notification;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Trouble;
import dev.court.booking.Venue;
import dev.court.notification.channel.Happening;
import dev.court.planning.InWords;
import dev.court.schedule.Forewarning;
import dev.court.schedule.Hindsight;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every channel says of an event: a title to read on a locked phone, and a few lines. */
final class NewsText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm zzz", Locale.ENGLISH);

  private final Venue venue;
  private final String account;
  private final InstantSource clock;

  NewsText(Venue venue, String account, InstantSource clock) {
    this.venue = venue;
    this.account = account;
    this.clock = clock;
  }

  /** The subject of all that is told of one booking. */
  static String subject(Booking booking) {
    return "booking:" + booking.id();
  }

  News booked(ScheduledBooking what, boolean wasUnknown) {
    Booking booking = what.booking();
    String court = booked(booking);
    return about(
        what,
        Happening.BOOKED,
        "Booked: %s, %s".formatted(start(booking), court),
        line(
            wasUnknown ? "Its answer was lost, but the reservation is there." : "",
            late(booking),
            booking.result().reservationId() == null
                ? ""
                : "Reservation %s.".formatted(booking.result().reservationId())));
  }

  News lost(ScheduledBooking what, List<Attempt> attempts) {
    return inHindsight(what, attempts, Happening.LOST, "Lost");
  }

  News missed(ScheduledBooking what, List<Attempt> attempts) {
    return inHindsight(what, attempts, Happening.MISSED, "Missed");
  }

  /** Every court is taken, and asked for again. */
  News watched(ScheduledBooking what, Instant next) {
    String until = what.watchEnd(venue.notice()).map(end -> ", until " + time(end)).orElse("");
    return waiting(what, "It is asked for again%s, next %s.".formatted(until, time(next)));
  }

  /** It was not released yet. */
  News notReleased(ScheduledBooking what, Instant next) {
    return waiting(what, "It is asked for again %s.".formatted(time(next)));
  }

  News unknown(ScheduledBooking what, List<Attempt> attempts) {
    return inHindsight(what, attempts, Happening.UNKNOWN, "Unknown");
  }

  News notBooked(ScheduledBooking what) {
    return about(
        what,
        Happening.SETTLED,
        "Not booked after all: %s, %s"
            .formatted(start(what.booking()), venue.courtNames(what.booking().courts())),
        "Nothing was reserved; it will be tried again.");
  }

  /** It could not be booked for now. */
  News troubled(ScheduledBooking what, Instant next) {
    return about(
        what,
        Happening.TROUBLE,
        "Not booked yet: %s, %s"
            .formatted(start(what.booking()), venue.courtNames(what.booking().courts())),
        line(why(what.booking()), "It will be tried again %s.".formatted(time(next)), more(what)));
  }

  News sessionEnds(Forewarning warning) {
    Booking booking = warning.what().booking();
    return about(
        warning.what(),
        "session",
        Happening.SESSION_END,
        "The session ends before an opening",
        line(
            "The session %s %s, and %s opens %s."
                .formatted(
                    warning.isLikely() ? "should end, as long as others lasted," : "ends",
                    time(warning.sessionEnd()),
                    start(booking),
                    time(booking.opening())),
            "Sign in shortly before, or run court login --remember, which lets it begin anew."));
  }

  News trouble(Trouble trouble, Happening what, String reason, List<ScheduledBooking> due) {
    String title = what == Happening.SIGN_IN ? "Sign-in needed" : "Trouble: nothing can be booked";
    String waiting =
        due.stream().map(one -> start(one.booking())).collect(Collectors.joining(", "));
    return new News(
        trouble.subject(),
        what,
        title,
        line(
            sentence(reason),
            trouble.announced() ? "This lasts since %s.".formatted(time(trouble.since())) : "",
            waiting.isEmpty() ? "" : "Due: %s.".formatted(waiting)),
        NewsJson.plain(now(), account, reason));
  }

  News over(Trouble trouble) {
    return new News(
        trouble.subject(),
        Happening.OVER,
        "It works again",
        line("It did not since %s:".formatted(time(trouble.since())), sentence(trouble.reason())),
        NewsJson.plain(now(), account, trouble.reason()));
  }

  /** Why, and what would help, in the words that the terminal has for it. */
  private News inHindsight(
      ScheduledBooking what, List<Attempt> attempts, Happening happening, String word) {
    Booking booking = what.booking();
    Optional<Hindsight> back = Hindsight.of(what, attempts, venue);
    return about(
        what,
        happening,
        "%s: %s, %s".formatted(word, start(booking), venue.courtNames(booking.courts())),
        line(
            back.map(Hindsight::why).map(NewsText::sentence).orElseGet(() -> why(booking)),
            back.map(Hindsight::help).map(NewsText::sentence).orElse("")));
  }

  private News waiting(ScheduledBooking what, String next) {
    return about(
        what,
        Happening.WAITING,
        "Waiting: %s, %s"
            .formatted(start(what.booking()), venue.courtNames(what.booking().courts())),
        line(why(what.booking()), next));
  }

  private News about(ScheduledBooking what, Happening happening, String title, String text) {
    return about(what, subject(what.booking()), happening, title, text);
  }

  private News about(
      ScheduledBooking what, String subject, Happening happening, String title, String text) {
    return new News(
        subject, happening, title, line(heading(what), text), NewsJson.of(now(), account, what));
  }

  /** Which of one's wishes it was. */
  private String heading(ScheduledBooking what) {
    String name = what.schedule().asked().name();
    return (name == null ? "Schedule " + what.schedule().id() : name)
        + ", "
        + InWords.minutes(what.booking().duration())
        + (account.equals("default") ? "" : ", account " + account)
        + ".";
  }

  private static String more(ScheduledBooking what) {
    return "court show %s tells the whole story.".formatted(what.schedule().id());
  }

  private static String why(Booking booking) {
    return booking.result().lastError() == null ? "" : sentence(booking.result().lastError());
  }

  private static String late(Booking booking) {
    Long late = booking.result().lateMs();
    return late == null
        ? ""
        : "The first request went out %s after the opening.".formatted(InWords.late(late));
  }

  private String booked(Booking booking) {
    String id = booking.result().bookedCourtId();
    return id == null ? venue.courtNames(booking.courts()) : venue.courtName(id);
  }

  private static String start(Booking booking) {
    return booking.occurrence().start().format(TIME);
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(venue.zone());
  }

  private String time(Instant instant) {
    ZonedDateTime time = instant.atZone(venue.zone());
    return time.format(TIME);
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
