package dev.court.atrium.http;

import java.net.URI;
import java.util.Optional;

/** Asks a server for something that needs no sign-in: whether it answers, and by which clock. */
public final class Probe {
  private final URI address;
  private final HttpTransport transport;

  /** Uses {@code transport} without owning it. */
  public Probe(URI address, HttpTransport transport) {
    this.address = address;
    this.transport = transport;
  }

  /**
   * The outcome of one request.
   *
   * @param trouble why no answer came; empty when one did, whatever it says
   */
  public record ProbeResult(ClockSample sample, Optional<String> trouble) {}

  /** One request without a token. May take 10 seconds. */
  public ProbeResult send() {
    Exchange exchange = transport.send(Requests.get(address));
    return new ProbeResult(
        ClockSample.of(exchange),
        exchange instanceof Exchange.Unanswered unanswered
            ? Optional.of(unanswered.failure().reason())
            : Optional.empty());
  }
}
