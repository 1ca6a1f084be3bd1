package dev.court.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Receiver;
import dev.court.cli.ExitCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs of life for a dead man's switch. */
class PingTest {
  @TempDir Path home;
  private final Receiver receiver = new Receiver();
  private Evening evening;

  @BeforeEach
  void comes() {
    evening = Evening.at(home);
    evening.player.with("COURT_PING_URL", receiver.url("/ping/1?rid=2"));
  }

  @AfterEach
  void leaves() {
    evening.close();
    receiver.close();
  }

  @Test
  void an_idle_run_says_that_it_began_and_ended() {
    evening.runDue().succeeds();

    assertThat(receiver.paths()).containsExactly("/ping/1/start?rid=2", "/ping/1?rid=2");
  }

  @Test
  void a_run_that_booked_or_lost_has_done_its_work() {
    evening.takenBySomebody("1").wants("1").runDue();

    assertThat(receiver.paths()).containsExactly("/ping/1/start?rid=2", "/ping/1?rid=2");
  }

  @Test
  void a_run_that_something_keeps_from_its_work_has_failed() {
    evening.wants("1").player.endSessions();
    evening.player.court("refresh-token");

    evening.runDue();

    assertThat(receiver.paths()).containsExactly("/ping/1/start?rid=2", "/ping/1/fail?rid=2");
    assertThat(receiver.requests("/ping/1/fail?rid=2").get(0).getBodyAsString())
        .startsWith("the session has ended");
  }

  @Test
  void a_run_that_breaks_off_has_failed() throws IOException {
    Files.writeString(home.resolve("court.mv.db"), "garbage");

    assertThat(evening.runDue().code()).isEqualTo(ExitCodes.SETUP);

    assertThat(receiver.paths()).containsExactly("/ping/1/fail?rid=2");
  }

  @Test
  void the_beginning_is_not_said_when_an_opening_is_near() {
    evening.wants("1");
    evening.player.clock.set(Evening.OPENING.minusSeconds(12));

    evening.runDue().succeeds();

    assertThat(receiver.paths()).containsExactly("/ping/1?rid=2");
  }

  /** Where a time is lost, a run goes on with the next one, and that is still the same run. */
  @Test
  void a_run_that_goes_on_with_another_time_says_once_that_it_began() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1").takenBySomebody("1");
    evening.asleepFor(Duration.ofHours(1));
    receiver.forget();

    assertThat(evening.runDue().succeeds().out().lines()).hasSize(2);

    assertThat(receiver.paths()).containsExactly("/ping/1/start?rid=2", "/ping/1?rid=2");
  }

  @Test
  void a_ping_that_fails_is_in_the_log() throws IOException {
    receiver.answering("/ping/1?rid=2", aResponse().withStatus(500));

    evening.runDue().succeeds();

    assertThat(Files.readString(home.resolve("court.log")))
        .contains(" notification: the ping of the dead man's switch failed: ", " answered 500\n")
        .doesNotContain("rid=2");
  }

  @Test
  void a_switch_that_is_down_or_mute_changes_nothing() throws IOException {
    receiver.answering("/ping/1?rid=2", aResponse().withStatus(500));
    assertThat(evening.runDue().succeeds().err()).isEmpty();

    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      evening.player.with("COURT_PING_URL", "http://127.0.0.1:" + mute.getLocalPort() + "/x");
      evening.wants("1");
      evening.player.notifyingWithin(Duration.ofMillis(200));

      assertThat(evening.runDue().succeeds().out()).startsWith("booked").contains("+0 ms");
    }
  }
}
