/**
 * The benchmarks: a program of its own, compiled with the tests and run by {@code scripts/bench}.
 * It measures {@code court} from outside, as processes that meet a sandbox, and never fails on
 * slowness. Loopback only; what it starts and writes ends with it.
 */
package dev.court.bench;
