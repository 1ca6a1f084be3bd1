package dev.court.cli;

import static dev.court.cli.View.column;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SessionForecast;
import dev.court.booking.Venue;
import dev.court.operation.Forecasts;
import dev.court.operation.InWords;
import dev.court.operation.ScheduleView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tables of schedules and bookings look like. */
final class Views {
  private final Venue venue;
  private final Phrases phrases;

  Views(Venue venue) {
    this.venue = venue;
    this.phrases = new Phrases(venue);
  }

  View<ScheduleView, ScheduleJson> schedules() {
    return new View<>(
        List.of(
            column("ID", view -> String.valueOf(view.schedule().id())),
            column("WHEN", this::when),
            column("COURTS", view -> view.schedule().asked().courts().toString()),
            column("MIN", view -> minutes(view.schedule().asked().duration().toMinutes())),
            column("NEXT", view -> view.next().map(next -> start(next)).orElse("")),
            column("OPENS", view -> view.next().map(this::opens).orElse("")),
            column("STATUS", this::status),
            column("NAME", view -> text(view.schedule().asked().name()))),
        ScheduleJson.class,
        view -> ScheduleJson.of(view, venue));
  }

  /** With what the session will be like at the next opening. */
  View<ScheduleView, ScheduleJson> schedules(Forecasts forecasts) {
    return schedules()
        .with(
            column("SESSION", view -> word(forecasts.of(view))),
            view -> ScheduleJson.of(view, venue, forecasts.of(view)));
  }

  View<ScheduledBooking, BookingJson> bookings() {
    return new View<>(
        List.of(
            column("ID", one -> String.valueOf(one.booking().id())),
            column("SCHEDULE", one -> String.valueOf(one.schedule().id())),
            column("START", one -> start(one.booking())),
            column("OPENS", one -> opens(one.booking())),
            column("COURTS", one -> one.booking().courts().toString()),
            column("MIN", one -> minutes(one.booking().duration().toMinutes())),
            column("STATUS", one -> one.booking().status().word()),
            column("RESULT", this::result)),
        BookingJson.class,
        one -> BookingJson.of(one, venue));
  }

  /** With what the session will be like at each opening. */
  View<ScheduledBooking, BookingJson> bookings(Forecasts forecasts) {
    return bookings()
        .with(
            column("SESSION", one -> word(forecasts.of(one))),
            one -> BookingJson.of(one, venue, forecasts.of(one)));
  }

  /** What is to be booked, with the time until then. */
  View<ScheduledBooking, BookingJson> openings(Forecasts forecasts) {
    return new View<>(
        List.of(
            column("SCHEDULE", one -> String.valueOf(one.schedule().id())),
            column("START", one -> start(one.booking())),
            column("OPENS", one -> opens(one.booking())),
            column("IN", one -> Phrases.left(forecasts.now(), one.booking().opening())),
            column("COURTS", one -> one.booking().courts().toString()),
            column("SESSION", one -> forecasts.of(one).map(Phrases::session).orElse("")),
            column("NAME", one -> text(one.schedule().asked().name()))),
        BookingJson.class,
        one -> BookingJson.of(one, venue, forecasts.of(one)));
  }

  /** Without ids: nothing of it is stored. */
  View<ScheduledBooking, BookingJson> preview(Instant now) {
    return new View<>(
        List.of(
            column("START", one -> phrases.timeAndZone(one.booking().occurrence().start())),
            column("OPENS", one -> phrases.timeAndZone(one.booking().opening())),
            column("COURTS", one -> one.booking().courts().toString()),
            column("MIN", one -> minutes(one.booking().duration().toMinutes())),
            column("NOTE", one -> phrases.notes(one.booking(), now))),
        BookingJson.class,
        one -> BookingJson.of(one, venue));
  }

  /** What came of a booking, such as "Court 1, +2 ms, reservation 4711". */
  String result(ScheduledBooking what) {
    Booking.Result result = what.booking().result();
    if (result.bookedCourtId() == null) {
      return what.watchedUntil(venue.notice())
          .map(until -> "taken; " + watching(until))
          .orElse(text(result.lastError()));
    }
    String late = Phrases.late(result.lateMs());
    return phrases.court(result.bookedCourtId())
        + (late.isEmpty() ? "" : ", " + late)
        + (result.reservationId() == null ? "" : ", reservation " + result.reservationId());
  }

  private String status(ScheduleView view) {
    return view.status()
        + view.watchedUntil(venue).map(until -> ", taken; " + watching(until)).orElse("");
  }

  private String watching(Instant until) {
    return "watching until " + phrases.time(until);
  }

  private String when(ScheduleView view) {
    return InWords.plan(view.schedule().asked().plan(), venue.zone());
  }

  private String start(Booking booking) {
    return phrases.time(booking.occurrence().start());
  }

  private String opens(Booking booking) {
    return phrases.time(booking.opening());
  }

  private static String word(Optional<SessionForecast> forecast) {
    return forecast.map(SessionForecast::word).orElse("");
  }

  private static String minutes(long minutes) {
    return String.valueOf(minutes);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
