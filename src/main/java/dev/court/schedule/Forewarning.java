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
public record Forewarning(ScheduledBooking what, Instant sessionEnd, boolean isLikely) {
  public static Forewarning of(ScheduledBooking what, SessionOutlook session) {
    return session.end() != null
        ? new Forewarning(what, session.end(), false)
        : new Forewarning(what, session.likelyEnd(), true);
  }
}
