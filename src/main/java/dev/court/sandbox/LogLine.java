package dev.court.sandbox;

import dev.court.sandbox.http.HttpReply;
import dev.court.text.Excerpt;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes one request as one line of the log. */
final class LogLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final int LONGEST_ANSWER = 160;

  private LogLine() {}

  static String of(ReceivedRequest received, HttpReply reply, ZoneId zone) {
    StringJoiner line = new StringJoiner("  ");
    line.add(TIME.format(received.at().atZone(zone)));
    line.add(received.method() + " " + received.path());
    line.add(received.status() == 0 ? "---" : Integer.toString(received.status()));
    if (received.afterOpening() != null) {
      line.add(lateness(received.afterOpening()));
    }
    if (received.fault() != null) {
      line.add("[" + received.fault() + "]");
    }
    // A successful answer may hold tokens; a refusal holds only its reason.
    if (received.status() >= 400) {
      line.add(oneLine(reply.body()));
    }
    return line.toString();
  }

  /** Such as "+1.3 ms after the opening" or "12.0 ms early". */
  static String lateness(Duration afterOpening) {
    return afterOpening.isNegative()
        ? amount(afterOpening.negated()) + " early"
        : "+" + amount(afterOpening) + " after the opening";
  }

  private static String amount(Duration length) {
    if (length.toMinutes() < 2) {
      return String.format(Locale.ROOT, "%.1f ms", length.toNanos() / 1e6);
    }
    return length.toDays() < 2 ? length.toMinutes() + " min" : length.toDays() + " days";
  }

  private static String oneLine(String body) {
    String line = body.replaceAll("\\s+", " ");
    return Excerpt.marked(line, LONGEST_ANSWER);
  }
}
