package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.ClockSample;
import dev.court.atrium.http.DedicatedConnection;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.OutgoingRequest;
import dev.court.atrium.http.PreparedRequest;
import dev.court.atrium.http.Requests;
import dev.court.atrium.http.ServerText;
import dev.court.booking.TennisCourt;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for courts over a connection that serves this caller alone, so that what one opening needs
 * is ready before it. For one thread at a time. Trouble with the network or the server is never
 * thrown but told in what is returned.
 */
public final class ReservationConnection implements AutoCloseable {
  private static final Exchange.Answered MADE_UP =
      new Exchange.Answered(
          new HttpAnswer(400, Map.of(), "{\"detail\":\"a rehearsal\"}"),
          Instant.EPOCH,
          Duration.ZERO);

  private static final ReservationRequest NOTHING =
      new ReservationRequest(
          new TennisCourt("", 0, ""), Instant.EPOCH.atZone(ZoneOffset.UTC), Duration.ZERO, "");

  private final AtriumSettings settings;
  private final AnswerClassifier answers;
  private final DedicatedConnection connection;
  private final PreparedRequest probe;

  ReservationConnection(
      AtriumSettings settings, AnswerClassifier answers, DedicatedConnection connection) {
    this.settings = settings;
    this.answers = answers;
    this.connection = connection;
    this.probe = PreparedRequest.of(Requests.get(settings.apiUrl()));
  }

  /**
   * Builds the request for a reservation.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public PreparedReservation prepare(ReservationRequest reservation, Secret accessToken) {
    String body = ReservationBody.of(reservation, settings);
    PreparedRequest request =
        PreparedRequest.of(Requests.postJson(settings.reservations(), body, accessToken));
    return new PreparedReservation(reservation, request, accessToken);
  }

  /**
   * Connects unless a connection is open, so that what fails here has certainly sent nothing.
   *
   * @param notAfter as for {@link #send}
   * @return why it cannot be sent; empty when {@link #send} is due
   */
  public Optional<ReservationReply> obstacle(PreparedReservation prepared, Instant notAfter) {
    return connection.obstacle(prepared.request(), notAfter).map(one -> reply(one, prepared));
  }

  /** Whether {@link #sendFirst} would send now; takes microseconds. */
  public boolean isReady() {
    return connection.isReady();
  }

  /**
   * Asks for the court: one POST, never repeated here whatever the answer is.
   *
   * @param notAfter by this machine's clock; a request that could not leave by then is not sent
   */
  public ReservationReply send(PreparedReservation prepared, Instant notAfter) {
    return reply(connection.send(prepared.request(), notAfter), prepared);
  }

  /**
   * Sends it and returns at once; {@link #reply} is due next. Only over a connection that is open,
   * since opening one takes its time.
   *
   * @return empty when nothing was sent; {@link #send} then opens a connection first
   */
  public Optional<InFlightRequest> sendFirst(PreparedReservation prepared) {
    return connection.sendOnly(prepared.request()).map(sent -> new InFlightRequest(prepared, sent));
  }

  /** Waits for the answer to a request that was sent, as long as for any answer. */
  public ReservationReply reply(InFlightRequest inFlight) {
    return reply(connection.receive(inFlight.sent()), inFlight.prepared());
  }

  /**
   * A listing, which opens or renews the connection that a reservation will use, shows whether the
   * token is accepted, brings the server's clock, and shows what is held. Where the server ends the
   * connection with the answer, another one is opened.
   *
   * @param within for all of it; what is not done by then is given up, the connection with it
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public ListingSample sample(Secret accessToken, Duration within) {
    Exchange exchange = exchange(Requests.get(settings.reservations(), accessToken), within);
    rehearse();
    return ListingSample.of(exchange);
  }

  /**
   * A request that costs the server little and needs no token, to read its clock.
   *
   * @param within as for {@link #sample}
   */
  public ClockSample probe(Duration within) {
    return ClockSample.of(connection.exchange(probe, within));
  }

  /**
   * Opens a connection unless one is open; without it, the next request does so.
   *
   * @param within as for {@link #sample}
   * @return whether it is open, as far as that can be known
   */
  public boolean connect(Duration within) {
    return connection.connect(within);
  }

  /**
   * Keeps an open connection from being ended by a server that does so after a moment without use,
   * by {@link #probe}; mostly there is nothing to do.
   *
   * @param ahead how long it is to stay open
   * @param within as for {@link #sample}
   */
  public void keep(Duration ahead, Duration within) {
    connection.keep(probe, ahead, within);
  }

  private Exchange exchange(OutgoingRequest request, Duration within) {
    return connection.exchange(PreparedRequest.of(request), within);
  }

  /**
   * Reads a refusal once before the opening: the first reading takes some 50 ms, which would
   * otherwise pass between "taken" and the request for the next court.
   */
  private void rehearse() {
    reply(MADE_UP, NOTHING);
  }

  private ReservationReply reply(Exchange exchange, PreparedReservation prepared) {
    return exchange instanceof Exchange.Answered answered
        ? reply(answered.without(prepared.accessToken()), prepared.reservation())
        : unanswered((Exchange.Unanswered) exchange);
  }

  private ReservationReply unanswered(Exchange.Unanswered exchange) {
    return new ReservationReply(
        answers.read(exchange.failure()), exchange.sentAt(), null, null, "");
  }

  private ReservationReply reply(Exchange.Answered answered, ReservationRequest asked) {
    HttpAnswer answer = answered.answer();
    return new ReservationReply(
        answers.read(answer, asked),
        answered.sentAt(),
        answered.roundTrip(),
        answer.status(),
        ServerText.raw(answer.body()));
  }

  @Override
  public void close() {
    connection.close();
  }
}
