/** One occurrence that is booked in several parts, of which one may be given back alone. */
package dev.court.schedule.part;
