package dev.court.held;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;
import java.util.Optional;

/**
 * A reservation that Atrium holds for the account, or held.
 *
 * @param id null when the listing names none
 * @param courtId null when the settings name no such court
 * @param court in words
 * @param end null when the listing has none
 * @param cancelled whether it is held no longer
 * @param ours the booking that it was made for; empty for one that was made elsewhere
 */
public record ReservationView(
    String id,
    String courtId,
    String court,
    Instant start,
    Instant end,
    boolean cancelled,
    Optional<ScheduledBooking> ours) {}
