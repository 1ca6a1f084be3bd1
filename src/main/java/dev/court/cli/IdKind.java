package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.booking.UnknownId;

/** What an id is of, and which command shows such ids. */
enum IdKind {
  SCHEDULE("schedule", "court list"),
  BOOKING("booking", "court list --bookings --all"),
  AWAY_PERIOD("away period", "court away list");

  private final String what;
  private final String shownBy;

  IdKind(String what, String shownBy) {
    this.what = what;
    this.shownBy = shownBy;
  }

  /**
   * Reads an id as it was typed.
   *
   * @throws InvalidRequest when it is none
   * @throws UnknownId when no id is so large
   */
  long read(String text) {
    if (!text.matches("[+-]?\\d+")) {
      throw new InvalidRequest(
          "%s is no id: ids are the numbers that %s shows".formatted(Quote.of(text), shownBy));
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnknownId(
          "no %s %s: %s shows what there is".formatted(what, Quote.shortened(text), shownBy));
    }
  }
}
