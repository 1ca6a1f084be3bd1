/**
 * The ways to a person: what a channel's settings mean, what a message looks like there, and the
 * sending. Knows nothing of bookings. Sends over {@code HttpURLConnection}, {@code dev.court.mail}
 * and processes.
 */
package dev.court.notify;
