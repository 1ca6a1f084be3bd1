/** From words and options to a plan and its bookings. */
package dev.court.planning;
