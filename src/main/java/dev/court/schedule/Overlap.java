package dev.court.schedule;

import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;

/**
 * Another schedule of one's own that is for the same time.
 *
 * @param first the first time that both are for
 * @param more how many others there are, as far as anyone looks ahead
 */
public record Overlap(Schedule other, Occurrence first, int more) {}
