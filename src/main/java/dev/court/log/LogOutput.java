package dev.court.log;

import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Where all records of one command come together. {@code java.util.logging} is loaded with the
 * first record that is wanted: a command with nothing to say does not pay for it.
 */
final class LogOutput {
  private final InstantSource clock;
  private final UnaryOperator<String> redaction;
  private final List<LogTarget> targets;
  private final Queue<LogRecord> held = new ConcurrentLinkedQueue<>();
  private volatile boolean holding;

  /** Null before the first record. */
  private Logger logger;

  LogOutput(InstantSource clock, UnaryOperator<String> redaction, List<LogTarget> targets) {
    this.clock = clock;
    this.redaction = redaction;
    this.targets = List.copyOf(targets);
  }

  boolean isWanted(LogLevel level) {
    for (LogTarget target : targets) {
      if (target.level().includes(level)) {
        return true;
      }
    }
    return false;
  }

  void write(LogLevel level, String room, String message, Throwable cause) {
    if (!isWanted(level)) {
      return;
    }
    LogRecord record = new LogRecord(level.level(), message);
    record.setInstant(clock.instant());
    record.setLoggerName(room);
    record.setThrown(cause);
    if (holding) {
      held.add(record);
    } else {
      logger().log(record);
    }
  }

  void hold() {
    holding = true;
  }

  void flush() {
    for (LogRecord record = held.poll(); record != null; record = held.poll()) {
      logger().log(record);
    }
  }

  void release() {
    holding = false;
    flush();
  }

  private synchronized Logger logger() {
    if (logger == null) {
      logger = Logger.getAnonymousLogger();
      logger.setUseParentHandlers(false);
      logger.setLevel(LogLevel.DEBUG.level());
      targets.forEach(target -> logger.addHandler(handler(target)));
    }
    return logger;
  }

  private LineHandler handler(LogTarget target) {
    LineFormatter lines =
        new LineFormatter(redaction, ProcessHandle.current().pid(), target.traces());
    return new LineHandler(target, lines);
  }
}
