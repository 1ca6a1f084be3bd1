package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * The claims of dead runs that a run has ended.
 *
 * @param claims each booking as it was before, in flight, with what it ended as
 * @param report of those that the dead run had booked
 */
record RecoveredClaims(List<Recovered> claims, RunReport report) {
  static final RecoveredClaims NONE = new RecoveredClaims(List.of(), RunReport.NOTHING);

  /** One of them. */
  record Recovered(Booking before, Outcome outcome) {}

  static RecoveredClaims of(Booking before, Outcome outcome, RunReport report) {
    return new RecoveredClaims(List.of(new Recovered(before, outcome)), report);
  }

  RecoveredClaims and(RecoveredClaims other) {
    return new RecoveredClaims(
        Stream.concat(claims.stream(), other.claims.stream()).toList(), report.and(other.report));
  }

  /** The bookings, whatever they ended as. */
  List<Booking> bookings() {
    return claims.stream().map(Recovered::before).toList();
  }

  /** The booking as it was when this run began; itself unless its claim was ended now. */
  Booking before(Booking now) {
    return bookings().stream().filter(one -> one.id() == now.id()).findFirst().orElse(now);
  }

  /** The booking as it is, but in flight if it was when this run began. */
  Booking inFlight(Booking now) {
    return now.with(before(now).status(), now.result());
  }
}
