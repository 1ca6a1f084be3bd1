package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.session.SessionOutlook;
import java.time.Instant;

/**
 * A booking whose opening the session will not live to see.
 *
 * @param sessionEnd when it ends
 * @param isLikely whether that is a guess, by how long others lasted
 */
public record ExpiryWarning(ScheduledBooking what, Instant sessionEnd, boolean isLikely) {
  public static ExpiryWarning of(ScheduledBooking what, SessionOutlook session) {
    return session.end() != null
        ? new ExpiryWarning(what, session.end(), false)
        : new ExpiryWarning(what, session.likelyEnd(), true);
  }
}
