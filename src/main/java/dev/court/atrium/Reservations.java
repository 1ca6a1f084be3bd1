package dev.court.atrium;

import dev.court.secret.Secret;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The account's reservations at the building. Safe for use by several threads. Trouble with the
 * network or the server is never thrown but told in what is returned.
 */
public final class Reservations {
  private static final Exchange.Answered MADE_UP =
      new Exchange.Answered(
          new HttpAnswer(
              400, HttpHeaders.of(Map.of(), (n, v) -> true), "{\"detail\":\"a rehearsal\"}"),
          Instant.EPOCH,
          Duration.ZERO);

  private final AtriumSettings settings;
  private final Answers answers;
  private final HttpLine line;

  /** Uses {@code line} without owning it. */
  public Reservations(AtriumSettings settings, AnswerPatterns patterns, HttpLine line) {
    this.settings = settings;
    this.answers = new Answers(patterns);
    this.line = line;
  }

  /**
   * Makes a reservation ready to be fired.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public PreparedReservation prepare(ReservationRequest request, Secret accessToken) {
    String body = ReservationBody.of(request, settings);
    return new PreparedReservation(
        request, Requests.postJson(settings.reservations(), body, accessToken), accessToken);
  }

  /** Asks for the court: one POST, never repeated here whatever comes of it. */
  public Reply fire(PreparedReservation prepared) {
    Exchange exchange = line.send(prepared.request());
    return exchange instanceof Exchange.Answered answered
        ? reply(answered.without(prepared.accessToken()))
        : new Reply(answers.read(exchange), exchange.sentAt(), null, null, "");
  }

  /** {@link #prepare} and {@link #fire} in one. */
  public Reply reserve(ReservationRequest request, Secret accessToken) {
    return fire(prepare(request, accessToken));
  }

  /**
   * What the account holds, all pages of it. May take 10 seconds a page.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public Listing list(Secret accessToken) {
    return new Pages(address -> get(address, accessToken)).readFrom(settings.reservations());
  }

  /**
   * One cheap request that opens or renews the connection a reservation will use, and reads the
   * server's clock from its answer, whatever that says.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public ClockSample sample(Secret accessToken) {
    Exchange exchange = get(settings.reservations(), accessToken);
    rehearse();
    Instant sentAt = exchange.sentAt();
    if (exchange instanceof Exchange.Answered answered) {
      Instant receivedAt = sentAt.plus(answered.roundTrip());
      HttpAnswer answer = answered.answer();
      return new ClockSample(sentAt, receivedAt, answer.date().orElse(null), answer.status());
    }
    return new ClockSample(sentAt, sentAt, null, null);
  }

  /**
   * Reads a refusal, for the first time that is done takes some 50 ms, and at the opening they
   * would stand between "taken" and the next court.
   */
  private void rehearse() {
    reply(MADE_UP);
  }

  private Reply reply(Exchange.Answered answered) {
    HttpAnswer answer = answered.answer();
    return new Reply(
        answers.read(answer),
        answered.sentAt(),
        answered.roundTrip(),
        answer.status(),
        Words.raw(answer.body()));
  }

  private Exchange get(URI address, Secret accessToken) {
    Exchange exchange = line.send(Requests.get(address, accessToken));
    return exchange instanceof Exchange.Answered answered
        ? answered.without(accessToken)
        : exchange;
  }
}
