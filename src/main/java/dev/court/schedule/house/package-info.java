/**
 * Which court goes to which of several bookings for one time: those of one account, and those of
 * other accounts of the building.
 */
package dev.court.schedule.house;
