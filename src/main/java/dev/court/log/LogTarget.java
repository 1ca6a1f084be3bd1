package dev.court.log;

import java.util.function.Consumer;

/**
 * A place that log records go to.
 *
 * @param level which of them go there
 * @param traces whether a cause is shown with its stack trace
 * @param lines takes the text of one record, which ends with a line break; called by one thread at
 *     a time, and must not throw
 */
public record LogTarget(LogLevel level, boolean traces, Consumer<String> lines) {}
