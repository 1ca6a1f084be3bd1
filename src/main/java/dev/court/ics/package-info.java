/**
 * Calendar files (RFC 5545) and their time zones: read and written. Nothing in it reads the host's
 * zone, locale or clock.
 */
package dev.court.ics;
