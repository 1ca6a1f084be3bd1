package dev.court.store;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A booking whose outcome is unknown.
 *
 * @param conclusiveFrom a listing without the reservation proves nothing before this instant
 */
public record UnsettledBooking(ScheduledBooking what, Instant conclusiveFrom) {}
