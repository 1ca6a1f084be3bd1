package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ListResult;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;

/** What opens next, on standard output. */
public final class OpeningsTable {
  private final CourtCommand court;

  public OpeningsTable(CourtCommand court) {
    this.court = court;
  }

  /** For a person, or for a program in another format. */
  public void print(ListResult<ScheduledBooking> next, Format format) {
    new Printer(court.screen(), format)
        .print(next.found(), new Views(court.venue()).openings(next.forecasts()));
  }
}
