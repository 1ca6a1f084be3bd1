package dev.court.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * One request as it arrived, when its last byte was read.
 *
 * @param at by the sandbox's clock, as wrong as it may be
 * @param nanoTime by {@link System#nanoTime()}, to measure between requests
 * @param path with the query, without secrets
 * @param status of the answer, whether or not it was delivered; 0 when there was none
 * @param body without secrets
 * @param afterOpening how long after its start's opening a request for a court came, negative when
 *     early; null for other requests
 * @param fault the word of the fault that it met; null when it met none
 */
public record ReceivedRequest(
    Instant at,
    long nanoTime,
    String method,
    String path,
    int status,
    String body,
    Duration afterOpening,
    String fault) {}
