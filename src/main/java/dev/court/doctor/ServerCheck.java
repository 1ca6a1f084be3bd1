package dev.court.doctor;

import java.time.Duration;

/** Checks that the reservations API answers, and how fast. */
final class ServerCheck implements Check {
  /** A person who books by hand is no faster, but a program near the server is. */
  private static final Duration SLOW = Duration.ofMillis(500);

  private final Lazy<Latency> server;

  ServerCheck(Lazy<Latency> server) {
    this.server = server;
  }

  @Override
  public String subject() {
    return "server";
  }

  @Override
  public Finding look() {
    Latency latency = server.get();
    String found =
        "%s: a request arrives some %s ms after its opening"
            .formatted(
                latency.words(), latency.median().dividedBy(2).plusNanos(999_999).toMillis());
    return latency.median().compareTo(SLOW) > 0
        ? Finding.warning(subject(), found + ", which is slow: look at the network")
        : Finding.ok(subject(), found);
  }
}
