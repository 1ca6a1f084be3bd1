package dev.court.store;

import java.time.Instant;

/**
 * A message on its way to one channel.
 *
 * @param id unique in the database; 0 before it is stored
 * @param channel its name in the settings
 * @param subject what it is about; a later one takes the place of one that was not sent yet
 * @param event the word for what happened
 * @param data the same for programs, an object in JSON
 * @param tries how often it was tried in vain
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
