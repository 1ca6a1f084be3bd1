/**
 * Reads and writes calendar files (RFC 5545) and their time zones. Nothing in it reads the zone,
 * the locale or the clock of the host.
 */
package dev.court.ics;
