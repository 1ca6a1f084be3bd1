package dev.court.atrium.reservations;

import dev.court.booking.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * The outcome of one request for a court.
 *
 * @param answer what the server's answer means
 * @param sentAt read immediately before the request left, by this machine's clock
 * @param roundTrip from sending to the last byte of the answer; null when no whole answer came
 * @param httpStatus null when no whole answer came
 * @param raw the answer's body, cut at {@link dev.court.booking.Attempt#MAX_RAW} characters,
 *     without tokens and control characters; empty when there is none, never null
 */
public record ReservationReply(
    Answer answer, Instant sentAt, Duration roundTrip, Integer httpStatus, String raw) {}
