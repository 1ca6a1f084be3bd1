/** One class for each check of {@code court doctor}. The checks change and repair nothing. */
package dev.court.doctor;
