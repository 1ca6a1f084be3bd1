package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.run.RunListener;
import dev.court.terminal.Cells;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal that counts the seconds to the next opening, so that a person sees that
 * the command waits. It stops shortly before the opening and leaves the processor to the request.
 */
final class Countdown implements RunListener {
  private static final Duration SILENCE = Duration.ofMillis(1500);

  private final PrintWriter err;
  private final Phrases phrases;
  private final InstantSource clock;
  private ScheduledExecutorService seconds;
  private int shown;

  Countdown(PrintWriter err, Venue venue, InstantSource clock) {
    this.err = err;
    this.phrases = new Phrases(venue);
    this.clock = clock;
  }

  @Override
  public void waiting(List<Instant> openings) {
    show(openings);
    seconds = Executors.newSingleThreadScheduledExecutor(Countdown::aside);
    var unused = seconds.scheduleAtFixedRate(() -> show(openings), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void over() {
    seconds.shutdownNow();
    replace("");
  }

  private static Thread aside(Runnable work) {
    Thread thread = new Thread(work, "court-countdown");
    thread.setDaemon(true);
    return thread;
  }

  private void show(List<Instant> openings) {
    Instant now = clock.instant();
    List<Instant> ahead = openings.stream().filter(at -> at.isAfter(now)).toList();
    if (!ahead.isEmpty() && ahead.get(0).isAfter(now.plus(SILENCE))) {
      replace(line(ahead, Duration.between(now, ahead.get(0))));
    }
  }

  private String line(List<Instant> ahead, Duration left) {
    long together = ahead.stream().filter(ahead.get(0)::equals).count();
    return "%s at %s, in %s"
        .formatted(
            together == 1 ? "opens" : together + " open",
            phrases.timeAndZone(ahead.get(0)),
            clockFace(left));
  }

  /** Such as "0:50", "1:02:03" and "2 days 1:02:03". */
  private static String clockFace(Duration left) {
    long days = left.toDays();
    String minutes =
        String.format(Locale.ROOT, "%d:%02d", left.toMinutesPart(), left.toSecondsPart());
    if (left.toHours() == 0) {
      return minutes;
    }
    return (days == 0 ? "" : days + (days == 1 ? " day " : " days "))
        + left.toHoursPart()
        + (left.toMinutesPart() < 10 ? ":0" : ":")
        + minutes;
  }

  /** Uses blanks and a carriage return only, which every terminal understands. */
  private synchronized void replace(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, shown - Cells.width(line))));
    if (line.isEmpty()) {
      err.print("\r");
    }
    err.flush();
    shown = Cells.width(line);
  }
}
