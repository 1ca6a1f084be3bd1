package dev.court.cli;

import dev.court.booking.BookingStatus;
import dev.court.terminal.Tone;

/** How a booking is marked in a calendar: a letter that every terminal and font has. */
enum Mark {
  PLANNED('o', "planned", Tone.NONE),
  UNDER_WAY('>', "being booked", Tone.BUSY),
  BOOKED('+', "booked", Tone.GOOD),
  FAILED('x', "failed", Tone.BAD),
  MISSED('!', "missed", Tone.BAD),
  UNKNOWN('?', "unknown", Tone.DOUBTFUL),
  SKIPPED('-', "skipped", Tone.FAINT),
  CANCELLED('~', "cancelled", Tone.FAINT);

  private final char letter;
  private final String word;
  private final Tone tone;

  Mark(char letter, String word, Tone tone) {
    this.letter = letter;
    this.word = word;
    this.tone = tone;
  }

  static Mark of(BookingStatus status) {
    return switch (status) {
      case PENDING -> PLANNED;
      case IN_FLIGHT -> UNDER_WAY;
      case SUCCESS -> BOOKED;
      case FAILED -> FAILED;
      case MISSED -> MISSED;
      case UNKNOWN -> UNKNOWN;
      case SKIPPED -> SKIPPED;
      case CANCELLED -> CANCELLED;
    };
  }

  char letter() {
    return letter;
  }

  /** For the legend. */
  String explained() {
    return letter + " " + word;
  }

  Tone tone() {
    return tone;
  }

  /** Whether it is played, or may be. */
  boolean isAlive() {
    return this == PLANNED || this == UNDER_WAY || this == BOOKED || this == UNKNOWN;
  }
}
