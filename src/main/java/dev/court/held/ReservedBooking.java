package dev.court.held;

import dev.court.booking.ScheduledBooking;

/**
 * A booking that a reservation was made for.
 *
 * @param account whose it is; of several with one occupant id it may be another than the one that
 *     asks
 */
public record ReservedBooking(String account, ScheduledBooking what) {}
