package dev.court.atrium.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was sent and whose answer is still to come.
 *
 * @param at read immediately before the request left, by this machine's clock
 * @param nanos the same instant by {@link System#nanoTime()}, for measuring
 * @param trouble what interrupted the sending; empty when nothing did. The request may have arrived
 *     all the same.
 */
public record SendRecord(
    OutgoingRequest request, Instant at, long nanos, Optional<IOException> trouble) {}
