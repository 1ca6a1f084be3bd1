package dev.court.doctor;

import dev.court.atrium.http.Probe;
import dev.court.booking.TemporaryTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How fast a server answers.
 *
 * @param median of a handful of answers over a connection that is open
 * @param status HTTP, of the last
 */
record Latency(Duration median, int status) {
  private static final int RINGS = 5;
  private static final int SERVER_ERROR = 500;

  /**
   * Measures it.
   *
   * @param setting holds the server's address
   * @throws TemporaryTrouble when it does not answer, or says that it is in trouble
   */
  static Latency of(Probe bell, String setting) {
    // the first opens the connection, which takes longer
    Probe.ProbeResult last = answered(bell, setting);
    List<Duration> trips = new ArrayList<>();
    for (int i = 0; i < RINGS; i++) {
      last = answered(bell, setting);
      trips.add(Duration.between(last.sample().sentAt(), last.sample().receivedAt()));
    }
    Collections.sort(trips);
    return new Latency(trips.get(RINGS / 2), last.sample().httpStatus());
  }

  private static Probe.ProbeResult answered(Probe bell, String setting) {
    Probe.ProbeResult ring = bell.send();
    if (ring.trouble().isPresent()) {
      throw new TemporaryTrouble(
          "%s: check the network and %s".formatted(ring.trouble().get(), setting));
    }
    if (ring.sample().httpStatus() >= SERVER_ERROR) {
      throw new TemporaryTrouble(
          "it answers with HTTP %s: wait, run-due tries again by itself"
              .formatted(ring.sample().httpStatus()));
    }
    return ring;
  }

  /** Rounded up, since no answer takes no time. */
  String words() {
    return "answers in %s ms".formatted(median.plusNanos(999_999).toMillis());
  }
}
