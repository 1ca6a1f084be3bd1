package dev.court.doctor;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.AccountSchedules;
import dev.court.schedule.Forecasts;
import dev.court.schedule.ScheduleView;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.store.StoredTokens;
import dev.court.store.UndeliveredMessage;
import dev.court.store.UnsettledBooking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database holds for one account.
 *
 * @param tokens empty when nobody is signed in
 * @param credentials empty when none are remembered
 * @param schedules those that were not removed
 * @param awaited what is still to be booked, by opening
 * @param unknown bookings that may or may not have been made
 * @param undelivered messages that could not be sent yet
 */
record AccountSnapshot(
    Optional<StoredTokens> tokens,
    Optional<StoredCredentials> credentials,
    Forecasts forecasts,
    List<ScheduleView> schedules,
    List<ScheduledBooking> awaited,
    List<ScheduledBooking> unknown,
    List<UndeliveredMessage> undelivered) {

  static AccountSnapshot read(Store store, long id, Venue venue, Instant now) {
    AccountSchedules schedules = new AccountSchedules(store, id, now, venue);
    Forecasts forecasts = schedules.forecasts();
    List<ScheduleView> views = schedules.views();
    return new AccountSnapshot(
        store.tokens().find(id),
        store.credentials().find(id),
        forecasts,
        views.stream().filter(view -> !view.schedule().removed()).toList(),
        schedules.awaited(forecasts, views),
        store.unknownBookings().unsettled(id, now).stream().map(UnsettledBooking::what).toList(),
        store.outbox().unclaimed(id));
  }

  /** Whether nobody uses it. */
  boolean isBare() {
    return schedules.isEmpty() && tokens.isEmpty() && credentials.isEmpty();
  }

  /** The booking that opens next, or is open already. */
  Optional<ScheduledBooking> next() {
    return awaited.stream().findFirst();
  }
}
