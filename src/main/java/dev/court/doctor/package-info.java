/** One class for each check of {@code court doctor}. Changes nothing, and repairs nothing. */
package dev.court.doctor;
