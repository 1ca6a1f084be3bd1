/** The JSON shape of a booking, which lists, the history and notifications share. */
package dev.court.booking.json;
