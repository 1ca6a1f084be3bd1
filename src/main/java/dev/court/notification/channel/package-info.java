/**
 * The ways to a person: what a channel's settings mean, what a message looks like there, and how it
 * is sent. Knows nothing of bookings. The only package that imports Jakarta Mail and {@code
 * HttpURLConnection}.
 */
package dev.court.notification.channel;
