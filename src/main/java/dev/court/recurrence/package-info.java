/**
 * Recurrence rules (RFC 5545, 3.3.10): read, checked, expanded, and said in words. The only package
 * that imports ical4j; nothing in it reads the host's zone, locale or clock.
 */
package dev.court.recurrence;
