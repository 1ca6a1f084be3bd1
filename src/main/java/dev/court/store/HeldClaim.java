package dev.court.store;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A booking and the run that holds the claim on it.
 *
 * @param at the run sends nothing before this instant
 * @param run the id of the run
 * @param until the claim has expired after this instant
 */
public record HeldClaim(ScheduledBooking what, Instant at, String run, Instant until) {}
