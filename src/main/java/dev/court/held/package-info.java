/** What Atrium holds for the account: shown beside the bookings, and cancelled. */
package dev.court.held;
