package dev.court.schedule;

import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;

/**
 * Another schedule of the same account for the same time.
 *
 * @param first the first occurrence of the one schedule that overlaps the other
 * @param more the number of further such occurrences within a year
 */
public record Overlap(Schedule other, Occurrence first, int more) {}
