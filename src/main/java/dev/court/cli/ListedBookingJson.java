package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.booking.json.BookingJson;
import dev.court.json.Flattened;
import dev.court.schedule.ScheduleView;
import dev.court.session.SessionForecast;
import java.util.Optional;

/**
 * A booking in a list for programs.
 *
 * @param partOf the start of the occurrence that it is a part of; its own start unless split
 * @param watchedUntil until when a court that was taken is asked for again; null when it is not
 * @param session what the session will be like at the opening; null when nothing is to be booked
 * @param account null where only one is shown
 * @param alternativeTo the start of the time that is better liked, of a booking that is tried where
 *     that is lost; null otherwise
 * @param leftOut "paused" or "away" while it is pending and not to be booked; null otherwise
 */
record ListedBookingJson(
    @Flattened BookingJson booking,
    String strategy,
    String partOf,
    String watchedUntil,
    String session,
    String account,
    String leftOut,
    String alternativeTo) {

  static ListedBookingJson of(ScheduledBooking what, Venue venue) {
    return of(what, venue, Optional.empty());
  }

  static ListedBookingJson of(
      ScheduledBooking what, Venue venue, Optional<SessionForecast> session) {
    Phrases phrases = new Phrases(venue);
    return new ListedBookingJson(
        BookingJson.of(what, venue.zone()),
        what.schedule().asked().strategy().word(),
        phrases.iso(what.booking().partOf()),
        phrases.iso(what.watchedUntil(venue.notice()).orElse(null)),
        session.map(SessionForecast::word).orElse(null),
        null,
        ScheduleView.leftOut(what).orElse(null),
        what.isAlternative() ? phrases.iso(what.booking().partOf()) : null);
  }

  /** The same with the name of the account that it belongs to. */
  ListedBookingJson of(String owner) {
    return new ListedBookingJson(
        booking, strategy, partOf, watchedUntil, session, owner, leftOut, alternativeTo);
  }
}
