package dev.court.log;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Hands each record to its target as one text. A defect in the log must not become one of ours. */
final class LineHandler extends Handler {
  private final Consumer<String> lines;

  LineHandler(LogTarget target, LineFormatter format) {
    this.lines = target.lines();
    setLevel(target.level().level());
    setFormatter(format);
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      lines.accept(getFormatter().format(entry));
    }
  }

  @Override
  public void flush() {
    // each record is written at once
  }

  @Override
  public void close() {
    // nothing stays open between two records
  }
}
