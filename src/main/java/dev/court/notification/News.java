package dev.court.notification;

import dev.court.notification.channel.Happening;

/**
 * Something to tell a person, on every channel that wants it.
 *
 * @param subject what it is about; it takes the place of what was not sent yet about the same
 * @param data the same for programs, an object in JSON
 */
record News(String subject, Happening what, String title, String text, String data) {}
