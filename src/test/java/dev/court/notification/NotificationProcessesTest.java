package dev.court.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Certificate;
import dev.court.Mailbox;
import dev.court.Player;
import dev.court.RealProcess;
import dev.court.RealTime;
import dev.court.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.server.SMTPServer;

/** News that processes of their own send, and that some of them die over. */
@Tag("long")
class NotificationProcessesTest {
  @TempDir Path home;
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stops() {
    receiver.close();
  }

  /** Booked, and killed while the receiver had not answered yet. */
  private RealTime killedWhileSending() {
    RealTime time = new RealTime(home, Duration.ZERO).ready();
    time.here("", "config", "set", "notify", receiver.hook()).succeeds();
    receiver.answering("/hook", aResponse().withFixedDelay(60_000));
    try (RealProcess run = time.court("run-due")) {
      run.runsUntil(() -> !receiver.events().isEmpty());
      run.kill();
    }
    receiver.answering("/hook", aResponse().withStatus(200));
    receiver.forget();
    return time;
  }

  @Test
  void what_a_killed_run_was_sending_the_next_one_sends() {
    try (RealTime time = killedWhileSending()) {
      assertThat(time.status()).isEqualTo("success");

      time.here("", "run-due").succeeds();
      time.here("", "run-due").succeeds();

      assertThat(receiver.events()).containsExactly("booked");
    }
  }

  @Test
  void two_runs_at_once_send_a_message_once() {
    try (RealTime time = killedWhileSending();
        RealProcess one = time.court("run-due");
        RealProcess other = time.court("run-due")) {
      one.ended().succeeds();
      other.ended().succeeds();

      assertThat(receiver.events()).containsExactly("booked");
    }
  }

  static IntStream kills() {
    Random random = new Random(Long.getLong("court.seed", System.nanoTime()));
    return IntStream.generate(() -> random.nextInt(0, 700))
        .limit(Integer.getInteger("court.kills", 3));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void a_run_that_is_killed_at_any_moment_after_booking_is_told_of_all_the_same(int afterOpening) {
    try (RealTime time = new RealTime(home, Duration.ofMillis(2_500)).ready()) {
      time.here("", "config", "set", "notify", receiver.hook("booked")).succeeds();
      try (RealProcess run = time.court("run-due")) {
        time.await(time.opening.plusMillis(afterOpening));
        run.kill();
      }

      time.settle();
      time.here("", "run-due").succeeds();

      assertThat(time.status()).isEqualTo("success");
      assertThat(receiver.events()).hasSizeBetween(1, 2).containsOnly("booked");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"starttls", "tls"})
  void mail_goes_by_a_server_whose_certificate_is_trusted(String security)
      throws IOException, InterruptedException {
    Certificate certificate = Certificate.in(Files.createDirectories(home));
    UnaryOperator<SMTPServer.Builder> starttls =
        builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(certificate.context());
    UnaryOperator<SMTPServer.Builder> tls =
        builder -> builder.serverSocketFactory(certificate.context());
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5));
        Mailbox mailbox = new Mailbox(security.equals("tls") ? tls : starttls)) {
      time.here(
              "",
              "config",
              "set",
              "notify",
              """
              {"post": {"type": "email", "host": "localhost", "port": %s, "security": "%s",
               "username": "me", "password_env": "SMTP", "from": "a@b.c", "to": "d@e.f"}}
              """
                  .formatted(Integer.toString(mailbox.port()), security))
          .succeeds();
      time.with("SMTP", "hunter2")
          .with(
              "JAVA_TOOL_OPTIONS",
              "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                  .formatted(certificate.store(), Certificate.PASSWORD));

      try (RealProcess test = time.court("notify", "test")) {
        Player.Ran ran = test.ended();
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      }

      assertThat(mailbox.logins()).containsExactly("me hunter2");
      assertThat(mailbox.count()).isEqualTo(1);
    }
  }

  @Test
  void no_secret_of_a_channel_is_kept_or_printed() throws IOException {
    try (RealTime time = new RealTime(home, Duration.ofMinutes(5)).ready()) {
      receiver.answering(
          "/hook-hunter2", aResponse().withStatus(500).withBody("{\"error\":\"tk_hunter2\"}"));
      time.with("TOKEN", "tk_hunter2").with("URL", receiver.url("/hook-hunter2"));
      time.here(
              "",
              "config",
              "set",
              "notify",
              "{\"it\": {\"type\": \"webhook\", \"url_env\": \"URL\", \"token_env\": \"TOKEN\"}}")
          .succeeds();
      time.sandbox.faults().add("session-ended=1");
      time.here("", "refresh-token");

      for (String line :
          new String[] {
            "run-due -v --debug",
            "notify test -v --debug",
            "notify -o json",
            "config -o json",
            "list"
          }) {
        Player.Ran ran = time.here("", line.split(" "));
        assertThat(ran.out() + ran.err()).isNotEmpty().doesNotContain("hunter2");
      }

      assertThat(receiver.requests("/hook-hunter2")).hasSize(2);
      try (var files = Files.walk(home)) {
        assertThat(files.filter(Files::isRegularFile))
            .noneMatch(file -> text(file).contains("hunter2"));
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
