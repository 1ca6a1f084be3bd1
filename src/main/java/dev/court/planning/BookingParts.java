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

/**
 * The bookings to make for a request: one for each occurrence, or one for each slot of it, or one
 * for each time at which it could be played.
 */
public final class BookingParts {
  private static final int MOST_OCCURRENCES = 1_000;

  private final ScheduleRequest asked;
  private final Venue venue;

  public BookingParts(ScheduleRequest asked, Venue venue) {
    this.asked = asked;
    this.venue = venue;
  }

  /**
   * The parts of some occurrences, by time. Where two occurrences overlap, a start that both have
   * is a part of the earlier occurrence only.
   */
  public List<BookingPart> of(List<Occurrence> occurrences) {
    return List.copyOf(byStart(occurrences).values());
  }

  /**
   * The parts that start at {@code from} or later, by their start.
   *
   * @param to only of occurrences that start before it
   * @param limit only of so many occurrences
   */
  public Map<Instant, BookingPart> between(Instant from, Instant to, int limit) {
    Occurrences occurrences = new Occurrences(asked.plan(), venue);
    Map<Instant, BookingPart> found =
        byStart(occurrences.between(from.minus(asked.longestPart()), to, limit));
    found.keySet().removeIf(start -> start.isBefore(from));
    return found;
  }

  /** The part that starts at {@code start}; empty when there is none. */
  public Optional<BookingPart> at(Instant start) {
    return Optional.ofNullable(between(start, start.plusMillis(1), MOST_OCCURRENCES).get(start));
  }

  private Map<Instant, BookingPart> byStart(List<Occurrence> occurrences) {
    Map<Instant, BookingPart> parts = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      asked.parts(occurrence, venue.slot()).forEach(part -> parts.putIfAbsent(part.start(), part));
    }
    return parts;
  }
}
