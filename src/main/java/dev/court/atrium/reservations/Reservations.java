package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.OutgoingRequest;
import dev.court.atrium.http.Requests;
import dev.court.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The account's reservations at the building. Safe for use by several threads. Trouble with the
 * network or the server is never thrown but told in what is returned.
 */
public final class Reservations {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final AtriumSettings settings;
  private final AnswerClassifier answers;
  private final HttpTransport transport;

  /** Uses {@code transport} without owning it. */
  public Reservations(AtriumSettings settings, AnswerPatterns patterns, HttpTransport transport) {
    this.settings = settings;
    this.answers = new AnswerClassifier(patterns);
    this.transport = transport;
  }

  /** A connection for one caller alone, to make reservations over; nothing is connected yet. */
  public ReservationConnection connection() {
    return new ReservationConnection(settings, answers, transport.dedicated(settings.apiUrl()));
  }

  /**
   * All pages of the reservations that the account holds, within 20 seconds; nothing that opens may
   * wait for it.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public Listing list(Secret accessToken) {
    return list(accessToken, LONGEST);
  }

  /**
   * The same.
   *
   * @param within for all of it, 20 seconds at most
   */
  public Listing list(Secret accessToken, Duration within) {
    return new ListingReader(
            (address, left) -> get(address, accessToken, left),
            within.compareTo(LONGEST) < 0 ? within : LONGEST)
        .readFrom(settings.reservations());
  }

  /**
   * The HTTP status with which the listing is answered, in another request: 403 says that the
   * occupant is somebody else. Empty when no answer came.
   */
  public OptionalInt listingStatus(Secret accessToken) {
    return get(settings.reservations(), accessToken, LONGEST) instanceof Exchange.Answered answered
        ? OptionalInt.of(answered.answer().status())
        : OptionalInt.empty();
  }

  /**
   * Asks the building to cancel a reservation, once. Asking again for the same one does no harm.
   *
   * @throws dev.court.booking.InvalidRequest when the id cannot be one
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public CancelAnswer cancel(String id, Secret accessToken) {
    OutgoingRequest request = Requests.delete(settings.reservation(id), accessToken);
    Exchange exchange = transport.send(request, LONGEST);
    return exchange instanceof Exchange.Answered answered
        ? CancelAnswer.of(answered.without(accessToken).answer())
        : CancelAnswer.of(((Exchange.Unanswered) exchange).failure());
  }

  private Exchange get(URI address, Secret accessToken, Duration within) {
    Exchange exchange = transport.send(Requests.get(address, accessToken), within);
    return exchange instanceof Exchange.Answered answered
        ? answered.without(accessToken)
        : exchange;
  }
}
