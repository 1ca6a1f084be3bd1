package dev.court.operation;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A booking whose opening the session will not live to see.
 *
 * @param sessionEnd known beforehand
 */
public record Forewarning(ScheduledBooking what, Instant sessionEnd) {}
