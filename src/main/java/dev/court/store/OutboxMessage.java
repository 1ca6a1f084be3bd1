package dev.court.store;

import java.time.Instant;

/**
 * A message to one channel, as the outbox keeps it.
 *
 * @param id unique in the database; 0 before it is stored
 * @param channel the name of the channel in the settings
 * @param subject what the message is about; a later message replaces an unsent one of its subject
 * @param event the word of the event type
 * @param data the message for programs, an object in JSON
 * @param tries how many deliveries failed
 */
public record OutboxMessage(
    long id,
    String channel,
    String subject,
    String event,
    String title,
    String body,
    String data,
    Instant createdAt,
    int tries) {}
