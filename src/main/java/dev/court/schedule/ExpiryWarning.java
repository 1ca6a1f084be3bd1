package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.session.SessionOutlook;
import java.time.Instant;

/**
 * A booking whose opening comes after the end of the session.
 *
 * @param sessionEnd when the session ends
 * @param isLikely whether that end is a guess from the length of earlier sessions
 */
public record ExpiryWarning(ScheduledBooking what, Instant sessionEnd, boolean isLikely) {
  public static ExpiryWarning of(ScheduledBooking what, SessionOutlook session) {
    return session.end() != null
        ? new ExpiryWarning(what, session.end(), false)
        : new ExpiryWarning(what, session.likelyEnd(), true);
  }
}
