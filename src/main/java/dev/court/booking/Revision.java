package dev.court.booking;

import java.time.Instant;

/**
 * Which version of an event a calendar feed shows.
 *
 * @param sequence 0 at first, greater by one with each change that people plan by
 * @param at when the event last changed in any way
 */
public record Revision(int sequence, Instant at) {}
