package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.session.SessionForecast;
import dev.court.session.SessionOutlook;
import java.util.Optional;

/**
 * An account as it is shown.
 *
 * @param schedules how many it has, without removed ones
 * @param session what is known of its session
 * @param ended why its session cannot be used any more; null while it can, or where there is none
 * @param next the booking that opens next; empty when nothing is to be booked
 * @param atNext what the session will be like at that opening
 */
public record AccountView(
    String name,
    int schedules,
    SessionOutlook session,
    String ended,
    Optional<ScheduledBooking> next,
    Optional<SessionForecast> atNext) {

  /** Whether it has neither a schedule nor a session, nor what could begin one. */
  boolean isBare() {
    return schedules == 0
        && session.state() == SessionOutlook.State.SIGNED_OUT
        && session.credentials() == SessionOutlook.CredentialState.NONE;
  }
}
