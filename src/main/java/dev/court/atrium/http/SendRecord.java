package dev.court.atrium.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A request on its way.
 *
 * @param at read immediately before it left, by this machine's clock
 * @param nanos the same, for measuring
 * @param trouble what broke it off, if anything did; it may have arrived all the same
 */
public record SendRecord(Instant at, long nanos, Optional<IOException> trouble) {}
