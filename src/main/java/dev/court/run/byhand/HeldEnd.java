package dev.court.run.byhand;

import dev.court.notification.BookingReport;

/**
 * How a booking ended whose reservation the person held already; it is written down.
 *
 * @param report may be of another time of the same occurrence
 * @param hasMessages whether there is a message to send
 */
public record HeldEnd(BookingReport report, boolean hasMessages) {}
