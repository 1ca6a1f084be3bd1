/** Makes a plan and its bookings of the options that a person types. */
package dev.court.planning;
