package dev.court.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Certificate;
import dev.court.Mailbox;
import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithPlayer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;

/** News by mail, to a real mail server. */
class MailTest extends WithPlayer {
  private Mailbox mailbox = Mailbox.open();

  @AfterEach
  void closes() {
    mailbox.close();
  }

  private void another(Mailbox other) {
    mailbox.close();
    mailbox = other;
  }

  private void channel(String more) {
    configFile(
        """
        {"notify": {"post": {"type": "email", "host": "127.0.0.1", "port": %s,
         "from": "Court Büro 🎾 <court@example.org>", "to": ["Jürgen <j@example.org>", "k@example.org"]%s}}}
        """
            .formatted(Integer.toString(mailbox.port()), more));
  }

  private static final String PLAIN = ", \"security\": \"none\"";

  private void books(String name) {
    player.court("add", "--at", "2026-11-24T10:00", "--court", "1", "--name", name).succeeds();
    player.signIn();
    player.court("run-due").succeeds();
  }

  @Test
  void an_email_says_what_was_booked_in_any_script() throws Exception {
    channel(PLAIN);

    books("Tennis mit Jürgen 网球 🎾");

    MimeMessage email = mailbox.email(0);
    assertThat(email.getAllRecipients())
        .extracting(one -> ((InternetAddress) one).getAddress())
        .containsExactly("j@example.org", "k@example.org");
    assertThat(((InternetAddress) email.getAllRecipients()[0]).getPersonal()).isEqualTo("Jürgen");
    assertThat(email.getSubject()).isEqualTo("Booked: Tue 24 Nov 2026 10:00 EST, Court 1");
    assertThat(email.getContent().toString()).contains("Tennis mit Jürgen 网球 🎾, 30 minutes.");
    assertThat(email.getSentDate()).isEqualTo(Instant.parse("2026-11-22T17:00:00Z"));
    InternetAddress from = (InternetAddress) email.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Court Büro 🎾");
    assertThat(email.getMessageID()).matches("<court\\.booked-1\\.\\d+@example\\.org>");
    assertThat(mailbox.raw(0).lines().takeWhile(line -> !line.isEmpty()))
        .allMatch(line -> line.chars().allMatch(c -> c < 128));
  }

  @Test
  void a_court_of_any_name_stands_in_the_subject() throws MessagingException {
    channel(PLAIN);
    String courts = ", \"courts\": {\"1\": {\"amenity_id\": 8, \"name\": \"Platz Süd 网球\"}}}";
    configFile(text().replaceAll("}\\s*$", courts));

    books("x");

    assertThat(mailbox.email(0).getSubject()).endsWith("10:00 EST, Platz Süd 网球");
    assertThat(mailbox.raw(0)).contains("Subject: =?UTF-8?");
  }

  private String text() {
    try {
      return Files.readString(home.resolve("config.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothing_in_a_name_becomes_a_header() throws MessagingException {
    channel(PLAIN);
    String courts =
        ", \"courts\": {\"1\": {\"amenity_id\": 8, \"name\": \"A\\r"
            + "\\n"
            + "Bcc: x@example.org\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "B\"}}}";
    configFile(text().replaceAll("}\\s*$", Matcher.quoteReplacement(courts)));

    books("x");

    assertThat(mailbox.receivers()).containsExactly("k@example.org");
    assertThat(mailbox.email(0).getAllRecipients()).hasSize(2);
    assertThat(mailbox.email(0).getHeader("Bcc")).isNull();
    assertThat(mailbox.email(0).getSubject()).endsWith("A Bcc: x@example.org B");
  }

  @Test
  void a_password_comes_from_a_file_that_others_cannot_read() throws IOException {
    Path file = file("smtp", "hunter2\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    channel(PLAIN + ", \"username\": \"me\", \"password_file\": \"%s\"".formatted(file));

    books("x");

    assertThat(mailbox.logins()).containsExactly("me hunter2");
    assertThat(mailbox.count()).isEqualTo(1);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Ran ran = player.court("notify", "test");
    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out()).contains("is open to others: run chmod 600");
  }

  @Test
  void a_wrong_password_is_told_and_not_shown() {
    player.with("SMTP", "letmein");
    channel(PLAIN + ", \"username\": \"me\", \"password_env\": \"SMTP\"");

    Ran ran = player.court("notify", "test", "--debug");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out()).contains("refuses user name and password");
    assertThat(ran.out() + ran.err()).doesNotContain("letmein");
  }

  @Test
  void a_server_without_starttls_gets_neither_password_nor_email() {
    player.with("SMTP", "hunter2");
    channel(", \"username\": \"me\", \"password_env\": \"SMTP\"");

    Ran ran = player.court("notify", "test");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).contains("STARTTLS");
    assertThat(mailbox.logins()).isEmpty();
    assertThat(mailbox.count()).isZero();
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused(@TempDir Path keys) throws Exception {
    Certificate certificate = Certificate.in(keys);
    another(
        new Mailbox(builder -> builder.enableTLS().startTlsSocketFactory(certificate.context())));
    player.with("SMTP", "hunter2");
    channel(", \"username\": \"me\", \"password_env\": \"SMTP\"");

    Ran ran = player.court("notify", "test");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).contains("does not take mail (its certificate is not trusted)");
    assertThat(mailbox.logins()).isEmpty();
  }

  @Test
  void a_receiver_whom_the_server_refuses_is_told() {
    another(
        new Mailbox(
            builder ->
                builder.messageHandler(
                    (context, from, to, data) -> {
                      throw new RejectException(550, "no such user");
                    })));
    channel(PLAIN);

    Ran ran = player.court("notify", "test");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out()).contains("550 no such user");
  }

  @Test
  void a_server_that_says_nothing_holds_up_the_run_no_longer_than_the_limit() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      configFile(
          """
          {"notify": {"mute": {"type": "email", "host": "127.0.0.1", "port": %s,
           "security": "none", "from": "a@example.org", "to": "b@example.org"}}}
          """
              .formatted(Integer.toString(mute.getLocalPort())));
      player.notifyingWithin(Duration.ofMillis(300));

      books("x");

      assertThat(player.court("notify").out()).contains("does not take mail (no answer in time)");
    }
  }

  @Test
  void a_server_that_says_nothing_holds_up_neither_another_run_nor_a_channel() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Receiver receiver = new Receiver()) {
      configFile(
          """
          {"notify": {
            "mute": {"type": "email", "host": "127.0.0.1", "port": %s, "security": "none",
                     "from": "a@example.org", "to": "b@example.org"},
            "hook": {"type": "webhook", "url": "%s"}}}
          """
              .formatted(Integer.toString(mute.getLocalPort()), receiver.url("/hook")));
      player.court("add", "--at", "2026-11-24T10:00", "--court", "1").succeeds();
      player.signIn();

      var run = BackgroundTask.begin(() -> player.court("run-due"));
      while (receiver.events().isEmpty()) {
        Thread.onSpinWait();
      }
      type("add --at 2026-11-25T10:00 --court 1").succeeds();
      var other = BackgroundTask.begin(() -> player.court("run-due"));
      while (receiver.events().size() < 2) {
        Thread.onSpinWait();
      }
      assertThat(run).isNotDone();
      hangUp(mute);
      run.join().succeeds();
      other.join().succeeds();

      assertThat(receiver.events()).containsExactly("booked", "booked");
      assertThat(bookingsOf("status")).containsExactly("success", "success");
    }
  }

  /** Ends the connections that wait for an answer. */
  private static void hangUp(ServerSocket server) throws IOException {
    server.close();
  }
}
