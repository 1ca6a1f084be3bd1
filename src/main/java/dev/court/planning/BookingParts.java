package dev.court.planning;

import dev.court.booking.BookingPart;
import dev.court.booking.Occurrence;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reservations that a request means: its occurrences, each as a whole or slot by slot. */
public final class BookingParts {
  private static final int MOST_AROUND = 1_000;

  private final ScheduleRequest asked;
  private final Venue venue;

  public BookingParts(ScheduleRequest asked, Venue venue) {
    this.asked = asked;
    this.venue = venue;
  }

  /**
   * Those of some occurrences, each once, in their order. Where an occurrence starts within the one
   * before it, that start is wanted once, and the earlier occurrence has it.
   */
  public List<BookingPart> of(List<Occurrence> occurrences) {
    return List.copyOf(byStart(occurrences).values());
  }

  /** Those that start from {@code from} on, of occurrences that start before {@code to}. */
  public Map<Instant, BookingPart> between(Instant from, Instant to, int limit) {
    Occurrences upcoming = new Occurrences(asked.plan(), venue);
    Map<Instant, BookingPart> found =
        byStart(upcoming.between(from.minus(asked.duration()), to, limit));
    found.keySet().removeIf(start -> start.isBefore(from));
    return found;
  }

  /** The one that starts at {@code start}, if there is one. */
  public Optional<BookingPart> at(Instant start) {
    return Optional.ofNullable(between(start, start.plusMillis(1), MOST_AROUND).get(start));
  }

  private Map<Instant, BookingPart> byStart(List<Occurrence> occurrences) {
    Map<Instant, BookingPart> parts = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      asked
          .strategy()
          .parts(occurrence, asked.duration(), venue.slot())
          .forEach(part -> parts.putIfAbsent(part.start(), part));
    }
    return parts;
  }
}
