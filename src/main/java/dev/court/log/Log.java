package dev.court.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Records what the program does, for a person who looks for the cause of a trouble later. It never
 * throws and never prints, so that a command goes on as usual when its log cannot be written. Safe
 * for use by several threads.
 */
public final class Log {
  /** Writes nothing. */
  public static final Log NONE =
      new Log(new LogOutput(() -> Instant.EPOCH, text -> text, List.of()), "");

  private final LogOutput output;
  private final String room;

  private Log(LogOutput output, String room) {
    this.output = output;
    this.room = room;
  }

  /**
   * A log that goes to these targets. Nothing is opened before the first record.
   *
   * @param redaction takes secrets out of a text before it is written
   */
  public static Log to(
      InstantSource clock, UnaryOperator<String> redaction, List<LogTarget> targets) {
    return new Log(new LogOutput(clock, redaction, targets), "court");
  }

  /** The same log for another part of the program, which each record names. */
  public Log of(String name) {
    return new Log(output, name);
  }

  /** For details that only an investigation needs; the text is made only when it is wanted. */
  public void debug(Supplier<String> message) {
    if (output.isWanted(LogLevel.DEBUG)) {
      output.write(LogLevel.DEBUG, room, message.get(), null);
    }
  }

  /** For a trouble that is part of normal work, such as a connection that was closed. */
  public void debug(String message, Throwable cause) {
    output.write(LogLevel.DEBUG, room, message, cause);
  }

  /** For what the program did. */
  public void info(String message) {
    output.write(LogLevel.INFO, room, message, null);
  }

  /**
   * For a trouble that the program passes over.
   *
   * @param cause null when there is none
   */
  public void warn(String message, Throwable cause) {
    output.write(LogLevel.WARN, room, message, cause);
  }

  /**
   * For a defect of the program.
   *
   * @param cause null when there is none
   */
  public void error(String message, Throwable cause) {
    output.write(LogLevel.ERROR, room, message, cause);
  }

  /** Keeps records in memory from now on, so that no file is touched while a request is urgent. */
  public void hold() {
    output.hold();
  }

  /** Writes the records that were kept in memory; others that follow are kept still. */
  public void flush() {
    output.flush();
  }

  /** Writes the records that were kept in memory, and each one that follows at once. */
  public void release() {
    output.release();
  }
}
