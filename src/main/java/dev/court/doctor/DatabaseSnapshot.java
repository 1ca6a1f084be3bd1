package dev.court.doctor;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.Venue;
import dev.court.run.RunOptions;
import dev.court.run.idle.IdleTime;
import dev.court.schedule.AccountSchedules;
import dev.court.schedule.Forecasts;
import dev.court.schedule.ScheduleView;
import dev.court.store.SealedTexts;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.store.StoredTokens;
import dev.court.store.UndeliveredMessage;
import dev.court.store.UnsettledBooking;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database holds for an account, read in one transaction.
 *
 * @param sealed all sealed texts, of every account
 * @param tokens empty when nobody is signed in
 * @param credentials empty when none are remembered
 * @param schedules those that were not removed
 * @param awaited what is still to be booked, by opening
 * @param unknown bookings that may or may not have been made
 * @param undelivered messages that could not be sent yet
 * @param idleUntil the instant before which a run has nothing to do; empty when it has
 */
record DatabaseSnapshot(
    List<SealedTexts.At> sealed,
    Optional<StoredTokens> tokens,
    Optional<StoredCredentials> credentials,
    Forecasts forecasts,
    List<ScheduleView> schedules,
    List<ScheduledBooking> awaited,
    List<ScheduledBooking> unknown,
    List<UndeliveredMessage> undelivered,
    Optional<Instant> idleUntil) {

  /**
   * Empty when the database does not know the usual account yet.
   *
   * @throws SetupProblem when it does not know another, whose name may be mistyped
   */
  static Optional<DatabaseSnapshot> read(Store store, String account, Venue venue, Instant now) {
    Optional<Long> found = store.accounts().find(account);
    if (found.isEmpty() && !account.equals(Workspace.ONLY_ACCOUNT)) {
      throw store.accounts().absent(account);
    }
    return found.map(
        id ->
            new DatabaseSnapshot(
                store.sealedTexts().all(),
                store.tokens().find(id),
                store.credentials().find(id),
                Forecasts.read(store, id, now),
                schedules(store, id, venue, now),
                new AccountSchedules(store, id, now, venue).awaited(),
                store.unknownBookings().unsettled(id, now).stream()
                    .map(UnsettledBooking::what)
                    .toList(),
                store.outbox().unclaimed(id),
                IdleTime.until(store, now, RunOptions.DEFAULT.within())));
  }

  private static List<ScheduleView> schedules(Store store, long account, Venue venue, Instant now) {
    return new AccountSchedules(store, account, now, venue)
        .views().stream().filter(view -> !view.schedule().removed()).toList();
  }

  /** The booking that opens next, or is open already. */
  Optional<ScheduledBooking> next() {
    return awaited.stream().findFirst();
  }
}
