package dev.court.schedule.house;

import dev.court.booking.ScheduledBooking;

/**
 * A booking that is not asked for, since other bookings of the same account have its courts.
 *
 * @param first the first one of its schedule
 * @param more the number of further ones of that schedule in the next weeks
 * @param reason who has the courts, in one line
 */
public record Unwinnable(ScheduledBooking first, int more, String reason) {}
