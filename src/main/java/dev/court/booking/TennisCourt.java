package dev.court.booking;

/**
 * A court at the venue.
 *
 * @param id what people call it, such as "1"
 * @param amenityId what Atrium calls it
 * @param name for display
 */
public record TennisCourt(String id, long amenityId, String name) {}
