package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Doorway;
import dev.court.RealTime;
import dev.court.WithTls;
import dev.court.sandbox.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many bookings that open at one instant, by real time, over real TLS. */
@Tag("real-time")
class ManyBookingsTest extends WithTls {
  /** A larger number is for measuring: it needs as long to set up as to run. */
  private static final int BOOKINGS = Integer.getInteger("court.bookings", 80);

  @TempDir Path home;

  @Test
  void none_waits_for_the_answer_of_another() {
    Duration wait = Duration.ofSeconds(30).plusMillis(40L * BOOKINGS);
    try (RealTime time = RealTime.withCourts(BOOKINGS, home, wait).signedIn();
        Doorway door = Doorway.tls(certificate, time.sandbox.apiUrl())) {
      for (int i = 1; i <= BOOKINGS; i++) {
        time.wanted("" + i);
      }
      time.sandbox.faults().add("answer-latency@post=6s");

      time.with("COURT_API_URL", door.address(time.sandbox.apiUrl())).here("", "run-due");

      List<Long> first =
          time.sandbox.requests().stream()
              .map(ReceivedRequest::afterOpening)
              .filter(Objects::nonNull)
              .map(Duration::toMillis)
              .filter(after -> after < 5_000)
              .sorted()
              .toList();
      System.out.println(
          "%s bookings at one opening: the last request %s ms after it"
              .formatted(first.size(), first.get(first.size() - 1)));
      assertThat(first).allMatch(after -> after >= 0);
      // Before the first answer. On a busy machine some come later, by what they cost themselves.
      assertThat(first).hasSizeGreaterThan(BOOKINGS / 4);
      assertThat(time.shots()).isGreaterThanOrEqualTo(BOOKINGS);
    }
  }
}
