/**
 * Recurrence rules and calendars (RFC 5545): reading, expanding, saying and writing them. The only
 * package that imports ical4j; nothing in it looks at the host's zone, locale or clock.
 */
package dev.court.ical;
