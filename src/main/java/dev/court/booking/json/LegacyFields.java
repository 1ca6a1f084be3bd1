package dev.court.booking.json;

/**
 * The fields that the program that came first wrote of a booking. Every booking and every schedule
 * begins with them, so that what reads that program's output reads this one's.
 *
 * @param id null while nothing is stored
 * @param desiredTime the start, in ISO-8601; null when nothing is to be played any more
 * @param triggerTime the opening, in ISO-8601; null when nothing is to be booked any more
 * @param courtId the court that is wanted first
 * @param duration in minutes
 * @param rrule null for a schedule of one time
 */
public record LegacyFields(
    Long id,
    String type,
    String desiredTime,
    String triggerTime,
    String courtId,
    long duration,
    String status,
    String rrule) {}
