package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.ics.Feed;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ScheduleView;
import dev.court.text.TimeInWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The text of a booking in the calendar. It depends on the booking alone and not on the time of the
 * fetch, so that an event that is fetched again is the same.
 */
final class FeedText {
  private static final String PLAY = "Tennis";
  private final Venue venue;

  FeedText(Venue venue) {
    this.venue = venue;
  }

  Feed.FeedEventText of(ScheduledBooking what) {
    String name = what.schedule().asked().name();
    return new Feed.FeedEventText(
        status(what),
        (name == null ? PLAY : name) + mark(what),
        location(what.booking()),
        String.join("\n", lines(what)));
  }

  /** The name in a title that {@link #of} made; any other title as it is. */
  static String nameIn(String summary) {
    String name = summary.replaceFirst(" \\((planned|not certain)\\)$", "");
    return name.equals(PLAY) && !name.equals(summary) ? "" : name;
  }

  /** A planned or uncertain booking is tentative; one that will not be played is cancelled. */
  private static Feed.EventStatus status(ScheduledBooking what) {
    return switch (what.booking().status()) {
      case SUCCESS -> Feed.EventStatus.CONFIRMED;
      case IN_FLIGHT, UNKNOWN -> Feed.EventStatus.TENTATIVE;
      case PENDING ->
          ScheduleView.leftOut(what).isPresent()
              ? Feed.EventStatus.CANCELLED
              : Feed.EventStatus.TENTATIVE;
      case FAILED, MISSED, SKIPPED, CANCELLED -> Feed.EventStatus.CANCELLED;
    };
  }

  /** The status in the title, because many programs show the title alone. */
  private static String mark(ScheduledBooking what) {
    return switch (what.booking().status()) {
      case SUCCESS -> "";
      case PENDING, IN_FLIGHT -> " (%s)".formatted(ScheduleView.leftOut(what).orElse("planned"));
      case UNKNOWN -> " (not certain)";
      case FAILED, MISSED -> " (not booked)";
      case SKIPPED -> " (skipped)";
      case CANCELLED -> " (cancelled)";
    };
  }

  private List<String> lines(ScheduledBooking what) {
    Booking booking = what.booking();
    String plan = PlanInWords.asked(what.schedule().asked(), venue.zone());
    return List.of(
        statusInWords(what),
        "Opening: %s.".formatted(time(booking.opening())),
        "Courts: %s.".formatted(venue.courtNames(booking.courts())),
        "Schedule %s, %s; booking %s.".formatted(what.schedule().id(), plan, booking.id()));
  }

  private String statusInWords(ScheduledBooking what) {
    Booking.Result result = what.booking().result();
    return switch (what.booking().status()) {
      case SUCCESS ->
          "%s: %s%s."
              .formatted(
                  what.booking().isHeldAlready() ? "Held already, made by hand" : "Booked",
                  location(what.booking()),
                  result.reservationId() == null ? "" : ", reservation " + result.reservationId());
      case PENDING, IN_FLIGHT -> planned(what);
      case UNKNOWN -> "A request went out and its answer never came: it may be booked.";
      case FAILED -> "Not booked" + reason(result) + ".";
      case MISSED -> "Not booked: its time passed before anything could be tried.";
      case SKIPPED -> "Left out.";
      case CANCELLED ->
          result.reservationId() == null
              ? "Its schedule was removed or changed."
              : "Its reservation was cancelled.";
    };
  }

  private String planned(ScheduledBooking what) {
    Optional<String> leftOut = ScheduleView.leftOut(what);
    if (leftOut.isPresent()) {
      return leftOut.get().equals(ScheduleView.AWAY)
          ? "Not to be booked: you are away."
          : "Not to be booked: the schedule is paused.";
    }
    return what.watchedUntil(venue.notice())
        .map(until -> "Taken; asked for again until " + time(until) + ".")
        .orElse("Planned: to be booked when it opens.");
  }

  private static String reason(Booking.Result result) {
    return result.lastError() == null ? "" : ": " + result.lastError();
  }

  private String location(Booking booking) {
    String id = booking.result().bookedCourtId();
    return id == null ? venue.courtNames(booking.courts()) : venue.courtName(id);
  }

  private String time(Instant instant) {
    return TimeInWords.minuteAndZone(instant.atZone(venue.zone()));
  }
}
