/** The use cases: they hold the clock and the order of steps, and know everything below. */
package dev.court.operation;
