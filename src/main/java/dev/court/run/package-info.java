/**
 * One run of {@code court run-due}: it recovers the claims of dead runs, claims what is due, waits
 * for the opening, sends the requests, and records the outcome.
 */
package dev.court.run;
