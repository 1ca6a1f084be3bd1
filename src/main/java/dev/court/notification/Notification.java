package dev.court.notification;

import dev.court.notification.channel.EventType;

/**
 * Something to tell a person, on every channel that wants it.
 *
 * @param subject what it is about; it takes the place of what was not sent yet about the same
 * @param data the same for programs, an object in JSON
 */
record Notification(String subject, EventType what, String title, String text, String data) {}
