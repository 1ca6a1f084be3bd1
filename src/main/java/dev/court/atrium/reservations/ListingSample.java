package dev.court.atrium.reservations;

import dev.court.atrium.http.ClockSample;
import dev.court.atrium.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * A listing that was asked for to make a connection ready.
 *
 * @param seen the reservations on its first page; empty when there was no listing that could be
 *     read
 */
public record ListingSample(ClockSample clock, Optional<List<HeldReservation>> seen) {
  /** To read more could take longer than there is time before an opening. */
  private static final int LONGEST = 100_000;

  static ListingSample of(Exchange exchange) {
    return new ListingSample(
        ClockSample.of(exchange),
        exchange instanceof Exchange.Answered answered
                && answered.answer().isSuccess()
                && answered.answer().body().length() <= LONGEST
            ? ListingPage.parse(answered.answer().body()).map(ListingPage::held)
            : Optional.empty());
  }
}
