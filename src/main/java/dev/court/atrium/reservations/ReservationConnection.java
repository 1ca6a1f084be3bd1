package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.ClockSample;
import dev.court.atrium.http.Connection;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.Failure;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.RawAnswer;
import dev.court.atrium.http.RequestBytes;
import dev.court.atrium.http.Requests;
import dev.court.atrium.http.SendRecord;
import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A way of one's own to the reservations, with a connection that nobody else uses: what one opening
 * needs, ready before it. For one thread at a time. Trouble with the network or the server is never
 * thrown but told in what is returned.
 */
public final class ReservationConnection implements AutoCloseable {
  private static final Exchange.Answered MADE_UP =
      new Exchange.Answered(
          new HttpAnswer(
              400, HttpHeaders.of(Map.of(), (n, v) -> true), "{\"detail\":\"a rehearsal\"}"),
          Instant.EPOCH,
          Duration.ZERO);

  private final AtriumSettings settings;
  private final AnswerClassifier answers;
  private final HttpTransport line;
  private final Connection wire;
  private final boolean isDirect;

  ReservationConnection(AtriumSettings settings, AnswerClassifier answers, HttpTransport line) {
    this.settings = settings;
    this.answers = answers;
    this.line = line;
    this.wire = line.wire(settings.apiUrl());
    this.isDirect = line.isDirect(settings.apiUrl());
  }

  /**
   * Makes a reservation ready to be fired.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public PreparedReservation prepare(ReservationRequest request, Secret accessToken) {
    String body = ReservationBody.of(request, settings);
    HttpRequest http = Requests.postJson(settings.reservations(), body, accessToken);
    return new PreparedReservation(request, http, RequestBytes.of(http, body), accessToken);
  }

  /** Asks for the court: one POST, never repeated here whatever comes of it. */
  public ReservationReply fire(PreparedReservation prepared) {
    return reply(exchange(prepared.request(), prepared.bytes()), prepared);
  }

  /**
   * Sends it and returns at once; {@link #reply} is due next. Only over a connection that is open,
   * since making one takes its time.
   *
   * @return empty when nothing was sent, for {@link #fire} to do it the long way
   */
  public Optional<InFlightRequest> shoot(PreparedReservation prepared) {
    return isDirect && !line.isStopped() && wire.isConnected()
        ? Optional.of(new InFlightRequest(prepared, send(prepared.bytes())))
        : Optional.empty();
  }

  /** Waits for what comes of a shot, as long as for any answer. */
  public ReservationReply reply(InFlightRequest shot) {
    return reply(answer(shot.sent(), shot.prepared().request().uri()), shot.prepared());
  }

  /** {@link #prepare} and {@link #fire} in one. */
  public ReservationReply reserve(ReservationRequest request, Secret accessToken) {
    return fire(prepare(request, accessToken));
  }

  /**
   * One cheap request that opens or renews the connection a reservation will use, and reads the
   * server's clock from its answer, whatever that says. A server that hangs up after each answer
   * finds us connected again.
   *
   * @throws dev.court.booking.SetupProblem when there is no occupant id
   * @throws dev.court.booking.SignInNeeded when the token cannot be one
   */
  public ClockSample sample(Secret accessToken) {
    HttpRequest request = Requests.get(settings.reservations(), accessToken);
    Exchange exchange = exchange(request, RequestBytes.of(request, ""));
    rehearse();
    Instant sentAt = exchange.sentAt();
    if (exchange instanceof Exchange.Answered answered) {
      reconnect();
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

  private void reconnect() {
    try {
      if (isDirect) {
        wire.connect();
      }
    } catch (IOException e) {
      // the request that needs the connection will say so
    }
  }

  private Exchange exchange(HttpRequest request, byte[] bytes) {
    if (!isDirect) {
      return line.send(request);
    }
    if (line.isStopped()) {
      return new Exchange.Unanswered(HttpTransport.STOPPED, line.clock().instant());
    }
    try {
      wire.connect();
    } catch (IOException e) {
      Instant now = line.clock().instant();
      return new Exchange.Unanswered(Failure.unconnected(e, request.uri()), now);
    }
    return answer(send(bytes), request.uri());
  }

  private SendRecord send(byte[] bytes) {
    Instant sentAt = line.clock().instant();
    long nanos = System.nanoTime();
    try {
      wire.send(bytes);
      return new SendRecord(sentAt, nanos, Optional.empty());
    } catch (IOException e) {
      return new SendRecord(sentAt, nanos, Optional.of(e));
    }
  }

  private Exchange answer(SendRecord sent, URI address) {
    try {
      if (sent.trouble().isPresent()) {
        throw sent.trouble().get();
      }
      RawAnswer answer = wire.receive();
      Duration roundTrip = Duration.ofNanos(System.nanoTime() - sent.nanos());
      return new Exchange.Answered(HttpAnswer.of(answer), sent.at(), roundTrip);
    } catch (IOException e) {
      return new Exchange.Unanswered(Failure.of(e, address), sent.at());
    }
  }

  private ReservationReply reply(Exchange exchange, PreparedReservation prepared) {
    return exchange instanceof Exchange.Answered answered
        ? reply(answered.without(prepared.accessToken()))
        : new ReservationReply(answers.read(exchange), exchange.sentAt(), null, null, "");
  }

  private ReservationReply reply(Exchange.Answered answered) {
    HttpAnswer answer = answered.answer();
    return new ReservationReply(
        answers.read(answer),
        answered.sentAt(),
        answered.roundTrip(),
        answer.status(),
        ServerText.raw(answer.body()));
  }

  /** Hangs up. */
  @Override
  public void close() {
    wire.close();
  }
}
