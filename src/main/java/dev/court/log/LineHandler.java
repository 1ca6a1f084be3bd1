package dev.court.log;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Hands each record to its target as one text. It throws nothing, whatever goes wrong. */
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
      write(entry);
    }
  }

  private void write(LogRecord entry) {
    try {
      lines.accept(getFormatter().format(entry));
    } catch (RuntimeException e) {
      // A record that cannot be written is lost. The booking that it tells of must go on.
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
