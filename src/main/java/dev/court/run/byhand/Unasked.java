package dev.court.run.byhand;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bookings of a run, of all its accounts, for which it has sent nothing so far: what a listing
 * showed that was answered before was not made for them. Safe for use by many threads.
 */
public final class Unasked {
  private final Set<Long> ids = ConcurrentHashMap.newKeySet();

  /** Nothing was sent yet for these. */
  public Unasked(Collection<Long> bookingIds) {
    ids.addAll(bookingIds);
  }

  /** From here on a request for the booking may leave. */
  public void asks(long bookingId) {
    ids.remove(bookingId);
  }

  Set<Long> now() {
    return Set.copyOf(ids);
  }
}
