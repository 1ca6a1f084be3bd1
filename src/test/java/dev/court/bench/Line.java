package dev.court.bench;

import java.time.Duration;

/**
 * A row of cold ticks.
 *
 * @param clock by how much the building's clock is ahead of ours
 */
record Line(Row row, String what, Route route, Duration clock) {}
