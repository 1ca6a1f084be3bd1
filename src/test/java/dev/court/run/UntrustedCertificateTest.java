package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Certificate;
import dev.court.Doorway;
import dev.court.Evening;
import dev.court.Player;
import dev.court.workspace.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in between shows a certificate of their own, which Java does not trust. */
class UntrustedCertificateTest {
  private static final String REASON = "the certificate of localhost:";

  @TempDir static Path keys;
  private static Certificate certificate;

  @TempDir Path home;
  private Evening evening;
  private Doorway door;

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    certificate = Certificate.in(keys);
  }

  @BeforeEach
  void comes() {
    evening = Evening.at(home).wants("1,2");
    door = Doorway.tls(certificate, evening.player.sandbox.apiUrl());
  }

  @AfterEach
  void leaves() throws IOException {
    door.close();
    evening.close();
  }

  private void standsBeforeTheApi() {
    evening.player.with("COURT_API_URL", door.address(evening.player.sandbox.apiUrl()));
  }

  private void standsBeforeTheRealm() {
    evening.player.with("COURT_AUTH_URL", door.address(evening.player.sandbox.authUrl()));
  }

  @Test
  void a_handful_of_requests_do_not_leave_and_nothing_is_unknown() {
    standsBeforeTheApi();

    Player.Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).hasLineCount(1).contains(REASON, "is not trusted", "trustStore");
    assertThat(evening.booking()).containsEntry("status", "pending");
    assertThat((int) evening.booking().get("attempts")).isBetween(2, 6);
    assertThat(evening.shots()).isEmpty();
  }

  /** So that a run which is killed meanwhile leaves no doubt. */
  @Test
  void no_request_is_noted_before_there_is_a_connection() {
    standsBeforeTheApi();
    Path file = home.resolve("shots").resolve("1");
    List<String> noted = new CopyOnWriteArrayList<>();
    evening.player.waitingBy(new Looking(evening.player.clock, file, noted));

    evening.runDue();

    assertThat(noted).anyMatch(text -> text.contains("not sent")).noneMatch(this::isShot);
  }

  private boolean isShot(String noted) {
    return noted.lines().anyMatch(line -> line.startsWith("S"));
  }

  /** Looks into a file whenever somebody waits. */
  private record Looking(Waiter clock, Path file, List<String> seen) implements Waiter {
    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
      look();
      clock.sleepUntil(instant);
    }

    @Override
    public void awaitExactly(Instant instant) throws InterruptedException {
      look();
      clock.awaitExactly(instant);
    }

    private void look() {
      try {
        if (Files.exists(file)) {
          seen.add(Files.readString(file));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void the_realm_is_asked_a_handful_of_times_for_an_opening() {
    standsBeforeTheRealm();
    evening.player.clock.advance(Duration.ofMinutes(40));

    Player.Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out() + ran.err()).contains(REASON, "is not trusted", "trustStore");
    assertThat(evening.booking()).containsEntry("status", "pending");
    assertThat(door.connections()).isBetween(2, 6);
  }

  @Test
  void a_refresh_and_a_login_say_so_in_one_line_and_ask_once() {
    standsBeforeTheRealm();

    evening.player.court("refresh-token").failsWith(5, REASON, "is not trusted", "trustStore");
    evening
        .player
        .type("password", "login", "--username", "ann")
        .failsWith(5, REASON, "is not trusted", "trustStore");

    assertThat(door.connections()).isEqualTo(2);
  }
}
