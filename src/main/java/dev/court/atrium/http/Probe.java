package dev.court.atrium.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Asks a server something that needs no sign-in, to see whether it is there and how it counts. */
public final class Probe {
  private final URI address;
  private final HttpTransport line;

  /** Uses {@code line} without owning it. */
  public Probe(URI address, HttpTransport line) {
    this.address = address;
    this.line = line;
  }

  /**
   * What one request told.
   *
   * @param trouble why no answer came; empty when one did, whatever it says
   */
  public record ProbeResult(ClockSample sample, Optional<String> trouble) {}

  /** One request without a token. May take 10 seconds. */
  public ProbeResult ring() {
    Exchange exchange = line.send(Requests.get(address));
    Instant sentAt = exchange.sentAt();
    if (exchange instanceof Exchange.Unanswered unanswered) {
      return new ProbeResult(
          new ClockSample(sentAt, sentAt, null, null), Optional.of(unanswered.failure().reason()));
    }
    Exchange.Answered answered = (Exchange.Answered) exchange;
    HttpAnswer answer = answered.answer();
    return new ProbeResult(
        new ClockSample(
            sentAt, sentAt.plus(answered.roundTrip()), answer.date().orElse(null), answer.status()),
        Optional.empty());
  }
}
