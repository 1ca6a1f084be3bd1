package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ScheduleView;
import dev.court.terminal.TextStyle;

/** The mark of a booking in the calendar: a character that every terminal and font has. */
enum Mark {
  PLANNED('o', "planned", TextStyle.NONE),
  UNDER_WAY('>', "being booked", TextStyle.BUSY),
  BOOKED('+', "booked", TextStyle.GOOD),
  FAILED('x', "failed", TextStyle.BAD),
  MISSED('!', "missed", TextStyle.BAD),
  UNKNOWN('?', "unknown", TextStyle.DOUBTFUL),
  SKIPPED('-', "skipped", TextStyle.FAINT),
  CANCELLED('~', "cancelled", TextStyle.FAINT),
  PAUSED('=', ScheduleView.PAUSED, TextStyle.FAINT),
  AWAY('/', ScheduleView.AWAY, TextStyle.FAINT);

  private final char letter;
  private final String word;
  private final TextStyle tone;

  Mark(char letter, String word, TextStyle tone) {
    this.letter = letter;
    this.word = word;
    this.tone = tone;
  }

  static Mark of(ScheduledBooking what) {
    return switch (what.booking().status()) {
      case PENDING -> ofPending(what);
      case IN_FLIGHT -> UNDER_WAY;
      case SUCCESS -> BOOKED;
      case FAILED -> FAILED;
      case MISSED -> MISSED;
      case UNKNOWN -> UNKNOWN;
      case SKIPPED -> SKIPPED;
      case CANCELLED -> CANCELLED;
    };
  }

  private static Mark ofPending(ScheduledBooking what) {
    return ScheduleView.leftOut(what)
        .map(why -> why.equals(ScheduleView.AWAY) ? AWAY : PAUSED)
        .orElse(PLANNED);
  }

  char letter() {
    return letter;
  }

  /** The mark and its meaning, for the legend. */
  String explained() {
    return letter + " " + word;
  }

  TextStyle tone() {
    return tone;
  }

  /** Whether the booking is played, or may be. */
  boolean isAlive() {
    return this == PLANNED || this == UNDER_WAY || this == BOOKED || this == UNKNOWN;
  }
}
