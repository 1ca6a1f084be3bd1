package dev.court.transfer;

/**
 * What a person says about the events of a calendar.
 *
 * @param courts for those that name none, such as {@code 1,2}; null for all
 * @param duration for all of them, whatever they say; null for as long as each lasts
 */
public record EventDefaults(String courts, String duration) {}
