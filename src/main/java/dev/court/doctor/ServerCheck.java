package dev.court.doctor;

import java.time.Duration;

/** Whether the reservations API answers, and what its distance means at an opening. */
final class ServerCheck implements Check {
  /** Others book by hand and are no faster; a program nearer to the server is. */
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
