package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.log.Log;
import dev.court.notification.BookingReport;
import dev.court.store.DueBooking;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Writes what a run does to the log. A tick of cron with nothing to do leaves no line at the level
 * {@code info}.
 */
final class RunLog {
  private final Log log;

  RunLog(Log log) {
    this.log = log.of("run");
  }

  void prepared(PreparedRun prepared) {
    if (prepared.due().isEmpty()) {
      log.debug(() -> "nothing is due");
    } else {
      log.info("claimed " + prepared.due().stream().map(RunLog::due).collect(joined()));
    }
  }

  void recovered(Booking booking, String status) {
    log.info("the run that claimed booking %s is dead: %s now".formatted(booking.id(), status));
  }

  void givenBack(Booking booking) {
    log.info("booking %s is given back: a signal came before its opening".formatted(booking.id()));
  }

  void reopened(int count) {
    log.warn("a clock was wrong: bookings that it had ended are open again: " + count, null);
  }

  /** Each request of a booking, and how the booking ended. */
  void ended(ScheduledBooking settled, Outcome outcome, List<Attempt> attempts) {
    attempts.forEach(one -> log.info(words(one)));
    Booking booking = settled.booking();
    log.info(
        "booking %s is %s%s"
            .formatted(
                booking.id(),
                booking.status().word(),
                outcome.reason() == null ? "" : ": " + outcome.reason()));
  }

  /** Silent when the run had nothing to do. */
  void over(RunReport report) {
    report.problem().ifPresent(one -> log.warn("the run met a problem", one.problem()));
    if (!report.bookings().isEmpty()) {
      log.info(
          "the run is over: " + report.bookings().stream().map(RunLog::words).collect(joined()));
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static String due(DueBooking due) {
    return "booking %s for %s".formatted(due.what().booking().id(), due.at());
  }

  private static String words(BookingReport report) {
    Booking booking = report.what().booking();
    return "booking %s %s".formatted(booking.id(), booking.status().word());
  }

  private static String words(Attempt attempt) {
    return "booking %s attempt %s: court %s asked %s ms after the opening, %s%s%s"
        .formatted(
            attempt.bookingId(),
            attempt.number(),
            attempt.courtId(),
            attempt.lateMs(),
            attempt.answer(),
            attempt.httpStatus() == null ? "" : " (" + attempt.httpStatus() + ")",
            attempt.roundTripMs() == null ? "" : " after " + attempt.roundTripMs() + " ms");
  }
}
