/**
 * Recurrence rules (RFC 5545, 3.3.10): read, checked, expanded, and described in words. This is the
 * only package that imports ical4j. Nothing in it reads the zone, the locale or the clock of the
 * host.
 */
package dev.court.recurrence;
