package dev.court.transfer;

/**
 * Options of an import.
 *
 * @param events for the events of calendars
 * @param update whether schedules are changed to what the file says; otherwise the differences are
 *     only reported
 */
public record ImportOptions(EventDefaults events, boolean update) {}
