package dev.court.atrium.reservations;

import dev.court.atrium.http.ClockSample;
import dev.court.atrium.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * A listing that was asked for to make a connection ready.
 *
 * @param seen the reservations on its first page that were understood; empty when it could not be
 *     read
 */
public record ListingSample(ClockSample clock, Optional<List<HeldReservation>> seen) {
  /** In letters; to read more could take longer than there is time before an opening. */
  private static final int LONGEST = 200_000;

  static ListingSample of(Exchange exchange) {
    return new ListingSample(ClockSample.of(exchange), seen(exchange));
  }

  private static Optional<List<HeldReservation>> seen(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered
            && answered.answer().isSuccess()
            && answered.answer().body().length() <= LONGEST
        ? ListingPage.parse(answered.answer().body()).map(ListingPage::held)
        : Optional.empty();
  }
}
