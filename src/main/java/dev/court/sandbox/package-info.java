/**
 * A stand-in Atrium with its realm on a loopback port, for rehearsal, demo and tests. Keeps to what
 * is known of the real one, strictly, and fails on demand in the ways a network fails.
 */
package dev.court.sandbox;
