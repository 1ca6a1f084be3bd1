package dev.court.transfer;

/**
 * Options for the events of a calendar.
 *
 * @param courts for events that name no court, such as {@code 1,2}; null for all courts
 * @param duration for all events; null for the length of each event
 */
public record EventDefaults(String courts, String duration) {}
