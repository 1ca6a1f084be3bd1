package dev.court.workspace;

/**
 * What a run has of the process that it runs in.
 *
 * @param lock held from the first claim on; the process ends it
 * @param waiter for what a signal must not cut short
 * @param stop asks the process to end
 */
public record RunProcess(RunLock lock, Waiter waiter, StopSignal stop) {}
