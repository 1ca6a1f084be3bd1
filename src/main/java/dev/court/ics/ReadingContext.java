package dev.court.ics;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What the events of one file are read for.
 *
 * @param venue the zone of its clock
 * @param now single dates before it are not listed
 * @param budget of the file
 */
record ReadingContext(ZoneId venue, Instant now, ReadingBudget budget) {}
