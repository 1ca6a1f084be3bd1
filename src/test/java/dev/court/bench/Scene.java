package dev.court.bench;

import dev.court.booking.BookingWindow;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A building whose window is such that its courts open at a chosen instant: slots are whole minutes
 * laid from midnight, but the window can be any length.
 *
 * @param opening by the building's clock
 * @param courts how many it has
 * @param clock by how much the building's clock is ahead of ours; negative when it is behind
 */
record Scene(Instant opening, int courts, Duration clock) {
  /** Without a change of clocks, in the night of which a start would be ambiguous. */
  private static final ZoneId ZONE = ZoneId.of("Etc/GMT+5");

  static final Duration SLOT = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A scene whose building opens when our clock shows {@code ours}. */
  static Scene opening(Instant ours, int courts, Duration clock) {
    return new Scene(ours.plus(clock).truncatedTo(ChronoUnit.MILLIS), courts, clock);
  }

  LocalDateTime start() {
    return LocalDateTime.ofInstant(opening.plus(AHEAD), ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  Duration window() {
    return Duration.between(opening, start().atZone(ZONE));
  }

  Venue venue() {
    List<TennisCourt> all =
        IntStream.rangeClosed(1, courts)
            .mapToObj(i -> new TennisCourt(Integer.toString(i), i, "Court " + i))
            .toList();
    return new Venue(ZONE, new BookingWindow(window()), SLOT, LONGEST, all);
  }

  /** When our clock shows that the building opens. */
  Instant ours() {
    return opening.minus(clock);
  }
}
