package dev.court.store;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A booking whose outcome is unknown.
 *
 * @param nextTry when its court is asked for again; {@link UnknownBookings#NEVER} when it is not
 */
public record UnsettledBooking(ScheduledBooking what, Instant nextTry) {}
