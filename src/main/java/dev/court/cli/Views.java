package dev.court.cli;

import static dev.court.terminal.Column.column;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.PlanInWords;
import dev.court.schedule.OwnerForecasts;
import dev.court.schedule.ScheduleView;
import dev.court.session.SessionForecast;
import dev.court.terminal.Column;
import dev.court.terminal.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns and the JSON of schedules and bookings. */
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
            Column.<ScheduleView>column("WHEN", this::when).briefly(this::brief).wrapped(16),
            courts((ScheduleView view) -> view.schedule().asked().courts()).spared(3),
            minutes((ScheduleView view) -> view.schedule().asked().duration()).spared(5),
            time("NEXT", (ScheduleView view) -> view.next().map(Booking::start)),
            time("OPENS", (ScheduleView view) -> view.next().map(Booking::opening)).spared(4),
            Column.<ScheduleView>column("STATUS", this::status).styled().wrapped(10),
            name(ScheduleView::schedule).spared(2)),
        ScheduleJson.class,
        view -> ScheduleJson.of(view, venue));
  }

  /** The same with the state of the session at the next opening. */
  View<ScheduleView, ScheduleJson> schedules(OwnerForecasts forecasts) {
    View<ScheduleView, ScheduleJson> view =
        schedules()
            .with(
                Column.<ScheduleView>column("SESSION", one -> word(forecasts.of(one)))
                    .briefly(one -> spaced(word(forecasts.of(one))))
                    .wrapped(7)
                    .spared(1),
                one -> ScheduleJson.of(one, venue, forecasts.of(one)));
    return forecasts.areSeveral()
        ? view.with(
            Column.<ScheduleView>column("ACCOUNT", one -> forecasts.account(one.schedule()))
                .spared(1),
            one -> view.json().apply(one).of(forecasts.account(one.schedule())))
        : view;
  }

  View<ScheduledBooking, ListedBookingJson> bookings() {
    return new View<>(
        List.of(
            column("ID", one -> String.valueOf(one.booking().id())),
            schedule().spared(6),
            start(),
            opens().spared(5),
            courts((ScheduledBooking one) -> one.booking().courts()).spared(3),
            minutes((ScheduledBooking one) -> one.booking().duration()).spared(4),
            Column.<ScheduledBooking>column("STATUS", one -> one.booking().status().word())
                .styled(),
            Column.column("RESULT", this::result).wrapped(24).spared(1)),
        ListedBookingJson.class,
        one -> ListedBookingJson.of(one, venue));
  }

  /** The same with the account of each. */
  View<ScheduledBooking, ListedBookingJson> bookingsOf(Function<ScheduledBooking, String> account) {
    return bookingsOf(bookings(), account, 6);
  }

  /** The same with the state of the session at each opening. */
  View<ScheduledBooking, ListedBookingJson> bookings(OwnerForecasts forecasts) {
    return ofOwners(
        bookings()
            .with(
                Column.<ScheduledBooking>column("SESSION", one -> word(forecasts.of(one)))
                    .briefly(one -> spaced(word(forecasts.of(one))))
                    .wrapped(7)
                    .spared(2),
                one -> ListedBookingJson.of(one, venue, forecasts.of(one))),
        forecasts);
  }

  /** The same with the account of each where several are listed. */
  private static View<ScheduledBooking, ListedBookingJson> ofOwners(
      View<ScheduledBooking, ListedBookingJson> view, OwnerForecasts forecasts) {
    return forecasts.areSeveral()
        ? bookingsOf(view, one -> forecasts.account(one.schedule()), 1)
        : view;
  }

  private static View<ScheduledBooking, ListedBookingJson> bookingsOf(
      View<ScheduledBooking, ListedBookingJson> view,
      Function<ScheduledBooking, String> account,
      int rank) {
    return view.with(
        Column.<ScheduledBooking>column("ACCOUNT", account).spared(rank),
        one -> view.json().apply(one).of(account.apply(one)));
  }

  /** Bookings that are to be made, or being made, with the time until their openings. */
  View<ScheduledBooking, ListedBookingJson> openings(OwnerForecasts forecasts) {
    return ofOwners(
        new View<>(
            List.of(
                schedule(),
                start(),
                opens().spared(5),
                Column.<ScheduledBooking>column("IN", one -> left(one.booking(), forecasts.now()))
                    .wrapped(12),
                courts((ScheduledBooking one) -> one.booking().courts()).spared(3),
                Column.<ScheduledBooking>column("SESSION", one -> session(one, forecasts))
                    .wrapped(16)
                    .spared(2),
                name(ScheduledBooking::schedule).spared(4)),
            ListedBookingJson.class,
            one -> ListedBookingJson.of(one, venue, forecasts.of(one))),
        forecasts);
  }

  /** Bookings of a preview. They have no ids, because they are not stored. */
  View<ScheduledBooking, ListedBookingJson> preview(Instant now) {
    return new View<>(
        List.of(
            exactly("START", Booking::start),
            exactly("OPENS", Booking::opening),
            courts((ScheduledBooking one) -> one.booking().courts()).spared(1),
            minutes((ScheduledBooking one) -> one.booking().duration()).spared(2),
            Column.<ScheduledBooking>column("NOTE", one -> phrases.notes(one, now)).wrapped(20)),
        ListedBookingJson.class,
        one -> ListedBookingJson.of(one, venue));
  }

  private static String session(ScheduledBooking one, OwnerForecasts forecasts) {
    return forecasts
        .of(one)
        .map(state -> Phrases.session(state, forecasts.account(one.schedule())))
        .orElse("");
  }

  /** The result of a booking, such as "Court 1, +2 ms, reservation 4711". */
  String result(ScheduledBooking what) {
    Booking.Result result = what.booking().result();
    if (result.bookedCourtId() == null) {
      return what.watchedUntil(venue.notice())
          .map(until -> "taken; " + watching(until))
          .or(() -> ScheduleView.leftOut(what))
          .orElse(text(result.lastError()));
    }
    if (what.booking().isHeldAlready()) {
      return result.lastError();
    }
    String late = phrases.late(what, result.lateMs());
    return phrases.court(result.bookedCourtId())
        + (late.isEmpty() ? "" : ", " + late)
        + (result.reservationId() == null ? "" : ", reservation " + result.reservationId());
  }

  private static String left(Booking booking, Instant now) {
    String left = Phrases.left(now, booking.opening());
    return booking.status() == BookingStatus.IN_FLIGHT ? left + ", a run is at it" : left;
  }

  private String status(ScheduleView view) {
    return view.status()
        + view.watchedUntil(venue).map(until -> ", taken; " + watching(until)).orElse("");
  }

  private String watching(Instant until) {
    return "watching until " + phrases.time(until);
  }

  private String when(ScheduleView view) {
    return PlanInWords.asked(view.schedule().asked(), venue.zone());
  }

  /** The date without its year; a rule has no shorter form. */
  private String brief(ScheduleView view) {
    return view.schedule().asked().plan() instanceof Plan.OneOff one
        ? phrases.brief(Occurrence.of(one.at(), venue.zone()).instant())
            + view.schedule().asked().alternatives().inWords()
        : when(view);
  }

  private static Column<ScheduledBooking> schedule() {
    return column("SCHEDULE", one -> String.valueOf(one.schedule().id()));
  }

  private Column<ScheduledBooking> start() {
    return time("START", one -> Optional.of(one.booking().start()));
  }

  private Column<ScheduledBooking> opens() {
    return time("OPENS", one -> Optional.of(one.booking().opening()));
  }

  private <T> Column<T> time(String heading, Function<T, Optional<Instant>> of) {
    return Column.<T>column(heading, one -> of.apply(one).map(phrases::time).orElse(""))
        .briefly(one -> of.apply(one).map(phrases::brief).orElse(""));
  }

  /** With the name of the zone, which tells winter time from summer time. */
  private Column<ScheduledBooking> exactly(String heading, Function<Booking, Instant> of) {
    return Column.<ScheduledBooking>column(
            heading, one -> phrases.timeAndZone(of.apply(one.booking())))
        .briefly(one -> phrases.brief(of.apply(one.booking())));
  }

  private static <T> Column<T> courts(Function<T, CourtPreference> of) {
    return column("COURTS", one -> of.apply(one).toString());
  }

  private static <T> Column<T> minutes(Function<T, Duration> of) {
    return column("MIN", one -> String.valueOf(of.apply(one).toMinutes()));
  }

  private static <T> Column<T> name(Function<T, Schedule> of) {
    return Column.<T>column("NAME", one -> text(of.apply(one).asked().name())).brokenUp(10);
  }

  private static String word(Optional<SessionForecast> forecast) {
    return forecast.map(SessionForecast::word).orElse("");
  }

  /** So that its words may stand one below the other. */
  private static String spaced(String word) {
    return word.replace('-', ' ');
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
