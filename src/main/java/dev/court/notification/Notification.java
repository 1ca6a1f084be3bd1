package dev.court.notification;

import dev.court.notification.channel.EventType;

/**
 * A message for a person, on every channel that wants its type.
 *
 * @param subject what it is about; it replaces what was not sent yet about the same
 * @param data the same for programs, an object in JSON
 */
record Notification(String subject, EventType what, String title, String text, String data) {}
