package dev.court.booking;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How an occurrence longer than one slot is taken, since slots are released one by one. */
public enum Strategy {
  /** As one reservation, as soon as its last slot is released. */
  WHOLE,
  /** As one reservation a slot, each at its own opening. */
  SPLIT;

  /** The word for it in the database, in files and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The strategy of that word.
   *
   * @throws InvalidRequest when there is no such strategy
   */
  public static Strategy of(String word) {
    return Arrays.stream(values())
        .filter(strategy -> strategy.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "no strategy %s: there is whole, split".formatted(Quote.of(word))));
  }

  /** The reservations to make of an occurrence, by time. */
  public List<BookingPart> parts(Occurrence whole, Duration duration, Duration slot) {
    if (this == WHOLE) {
      return List.of(new BookingPart(whole, duration, whole.instant()));
    }
    return Stream.iterate(Duration.ZERO, at -> at.compareTo(duration) < 0, at -> at.plus(slot))
        .map(at -> BookingPart.of(whole, at, slot))
        .toList();
  }
}
