package dev.court.log;

import dev.court.text.Excerpt;
import dev.court.text.InvisibleCharacters;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line a record: time in UTC, level, process id, part of the program, message, cause. The lines
 * of a stack trace follow it, each indented.
 */
final class LineFormatter extends Formatter {
  private static final int LONGEST = 1000;
  private static final int MOST_FRAMES = 60;
  private static final int MOST_CAUSES = 5;

  /** Always three digits behind the second, so that lines stand in columns. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final UnaryOperator<String> redaction;
  private final long pid;
  private final boolean traces;

  LineFormatter(UnaryOperator<String> redaction, long pid, boolean traces) {
    this.redaction = redaction;
    this.pid = pid;
    this.traces = traces;
  }

  @Override
  public String format(LogRecord entry) {
    Throwable cause = entry.getThrown();
    String head =
        "%s %-5s %s %s: %s%s"
            .formatted(
                TIME.format(entry.getInstant()),
                LogLevel.of(entry.getLevel()),
                pid,
                entry.getLoggerName(),
                entry.getMessage(),
                cause == null ? "" : " (" + causes(cause) + ")");
    return line(head) + (traces && cause != null ? trace(cause) : "");
  }

  private static String causes(Throwable thrown) {
    return chain(thrown).map(Throwable::toString).collect(Collectors.joining(", caused by "));
  }

  private String trace(Throwable thrown) {
    return chain(thrown)
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.of("    " + cause),
                    Arrays.stream(cause.getStackTrace())
                        .limit(MOST_FRAMES)
                        .map(frame -> "        at " + frame)))
        .map(this::line)
        .collect(Collectors.joining());
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES);
  }

  private String line(String text) {
    return Excerpt.marked(redaction.apply(InvisibleCharacters.blanked(text)), LONGEST) + "\n";
  }
}
