package dev.court.store;

import java.time.Instant;

/**
 * A message in the outbox that no run is sending now.
 *
 * @param channel the name of the channel in the settings
 * @param tries how often a run has tried to send it
 * @param lastError why the latest delivery failed; null when no run has tried to send it
 */
public record UndeliveredMessage(
    long id, String channel, String title, Instant createdAt, int tries, String lastError) {}
