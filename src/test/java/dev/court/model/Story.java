package dev.court.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened on an evening, in its order, for whoever has to understand a failure. */
final class Story {
  private final InstantSource clock;
  private final Instant opening;
  private final List<String> lines = new ArrayList<>();

  Story(InstantSource clock, Instant opening) {
    this.clock = clock;
    this.opening = opening;
  }

  synchronized void tell(String what) {
    double seconds = Duration.between(opening, clock.instant()).toMillis() / 1000.0;
    lines.add(String.format(Locale.ROOT, "%+9.3f  %s", seconds, what));
  }

  /** Something of less weight. */
  void note(String what) {
    tell("  " + what);
  }

  @Override
  public synchronized String toString() {
    return String.join("\n", lines);
  }
}
