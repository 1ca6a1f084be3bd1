package dev.court.doctor;

import dev.court.atrium.http.Probe;
import dev.court.booking.TemporaryTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How fast a server answers requests.
 *
 * @param median of a handful of answers over a connection that is open
 * @param status HTTP, of the last
 */
record Latency(Duration median, int status) {
  private static final int SAMPLES = 5;
  private static final int SERVER_ERROR = 500;

  /**
   * Measures the time of several answers.
   *
   * @param setting holds the server's address
   * @throws TemporaryTrouble when the server does not answer, or answers with a server error
   */
  static Latency of(Probe probe, String setting) {
    // The first answer takes longer, because it opens the connection.
    Probe.ProbeResult last = answered(probe, setting);
    List<Duration> trips = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      last = answered(probe, setting);
      trips.add(Duration.between(last.sample().sentAt(), last.sample().receivedAt()));
    }
    Collections.sort(trips);
    return new Latency(trips.get(SAMPLES / 2), last.sample().httpStatus());
  }

  private static Probe.ProbeResult answered(Probe probe, String setting) {
    Probe.ProbeResult answer = probe.send();
    if (answer.trouble().isPresent()) {
      throw new TemporaryTrouble(
          "%s: check the network and %s".formatted(answer.trouble().get(), setting));
    }
    if (answer.sample().httpStatus() >= SERVER_ERROR) {
      throw new TemporaryTrouble(
          "it answers with HTTP %s: wait, run-due tries again by itself"
              .formatted(answer.sample().httpStatus()));
    }
    return answer;
  }

  /** The median in words, rounded up to whole milliseconds. */
  String words() {
    return "answers in %s ms".formatted(median.plusNanos(999_999).toMillis());
  }
}
