package dev.court.run.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.TestClock;
import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.ClockSample.Lead;
import dev.court.atrium.http.HttpLimits;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.reservations.AnswerPatterns;
import dev.court.atrium.reservations.Reservations;
import dev.court.log.Log;
import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxOptions;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockEstimationTest {
  private static final Instant OPENING = Instant.parse("2026-11-25T22:00:00Z");

  private final TestClock clock = new TestClock(OPENING.minusSeconds(60));
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
  private final HttpTransport line =
      new HttpTransport(clock, new Properties(), HttpLimits.DEFAULT, Log.NONE);
  private final ServerClock server = new ServerClock();

  @AfterEach
  void end() {
    line.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1700, -1700, 300, -300, 4321, -12_345})
  void finds_by_how_much_the_server_leads(long leadMs) throws InterruptedException {
    sandbox.faults().add("clock=" + (leadMs < 0 ? "" : "+") + leadMs / 1000.0 + "s");

    study().before(OPENING);

    assertThat(server.lead()).isBetween(Duration.ofMillis(leadMs - 100), Duration.ofMillis(leadMs));
  }

  @Test
  void leaves_the_time_alone_when_the_clocks_may_agree() throws InterruptedException {
    study().before(OPENING);

    assertThat(server.local(OPENING)).isEqualTo(OPENING);
    assertThat(server.bounds().map(Lead::proven)).contains(Duration.ZERO);
  }

  @Test
  void is_polite_and_keeps_out_of_the_last_second() throws InterruptedException {
    study().before(OPENING);

    assertThat(sandbox.requests()).hasSizeLessThanOrEqualTo(8);
    assertThat(sandbox.requests())
        .allSatisfy(request -> assertThat(request.at()).isBefore(OPENING.minusSeconds(1)));
  }

  @Test
  void asks_nothing_when_the_opening_is_past() throws InterruptedException {
    clock.set(OPENING);

    study().before(OPENING);

    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void follows_a_clock_that_is_minutes_wrong_only_so_far() throws InterruptedException {
    sandbox.faults().add("clock=+300s");

    study().before(OPENING);

    assertThat(server.lead()).isEqualTo(Duration.ofSeconds(8));
  }

  private ClockEstimation study() {
    AtriumSettings settings =
        new AtriumSettings(
            sandbox.apiUrl(), sandbox.authUrl(), "my-tfc", sandbox.occupantId(), "10", "TR");
    Reservations reservations = new Reservations(settings, AnswerPatterns.DEFAULT, line);
    Secret token = Secret.of(sandbox.accessToken());
    return new ClockEstimation(
        clock, clock, within -> reservations.connection().sample(token, within).clock(), server);
  }
}
