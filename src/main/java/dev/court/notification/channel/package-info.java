/**
 * The channels by which a person is notified: their settings, the format of a message for each, and
 * how it is sent. Knows nothing of bookings. The only package that imports Jakarta Mail and {@code
 * HttpURLConnection}.
 */
package dev.court.notification.channel;
