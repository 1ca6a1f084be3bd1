package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in by user name and password, through the realm's form. */
class LoginTest extends WithPlayer {
  private static final String NAME = "player@example.com";

  private Ran login(String input, String... more) {
    String[] line = new String[more.length + 1];
    line[0] = "login";
    System.arraycopy(more, 0, line, 1, more.length);
    return player.type(input, line);
  }

  private Ran loginAs(String name) {
    return login(name + "\nsandbox\n");
  }

  private List<String> sent() {
    return player.sandbox.requests().stream().map(ReceivedRequest::method).toList();
  }

  private long passwordsSent() {
    return player.sandbox.requests().stream()
        .filter(request -> request.body().contains("password="))
        .count();
  }

  @Test
  void name_and_password_on_standard_input_sign_in() {
    Ran ran = login(NAME + "\nsandbox\n");

    assertThat(ran.succeeds().err())
        .isEqualTo("Signed in; the access token lives until Sun 22 Nov 2026 12:30 EST\n");
    assertThat(sent()).containsExactly("GET", "POST", "POST");
    type("auth").succeeds();
    type("refresh-token").succeeds();
  }

  @Test
  void a_terminal_is_asked_for_both_and_shows_no_password() {
    Ran ran = player.atTerminal(NAME + "\nsandbox\n", "login");

    assertThat(ran.succeeds().err()).startsWith("User name: Password: ");
    assertThat(ran.err() + ran.out()).doesNotContain("sandbox");
  }

  @Test
  void the_password_may_be_in_a_file_that_is_ours_alone() throws IOException {
    Path file = file("password", "sandbox\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    court("login", "--username", NAME, "--password-file", file.toString()).succeeds();
  }

  @Test
  void a_password_file_that_others_can_read_is_refused() throws IOException {
    Path file = file("password", "sandbox\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    court("login", "--username", NAME, "--password-file", file.toString())
        .failsWith(ExitCodes.USAGE, "open to others", "chmod 600");

    assertThat(player.sandbox.requests()).isEmpty();
  }

  @Test
  void what_is_missing_is_said_and_nothing_is_sent() {
    login("").failsWith(ExitCodes.USAGE, "no user name, so nobody is signed in");
    login(NAME).failsWith(ExitCodes.USAGE, "no password");
    court("login", "--username", NAME, "--password-file", "nowhere")
        .failsWith(ExitCodes.USAGE, "there is no such file as --password-file names");
    login("x", "--with-token", "--remember").failsWith(ExitCodes.USAGE, "--with-token goes");

    assertThat(player.sandbox.requests()).isEmpty();
  }

  @Test
  void a_wrong_password_is_one_line_and_is_sent_once() {
    login(NAME + "\nwrong\n")
        .failsWith(
            ExitCodes.SIGN_IN, "refuses the user name or the password", "Invalid username or");

    assertThat(passwordsSent()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "disabled@example.com, the account is disabled or locked",
    "locked@example.com,   refuses the user name or the password",
    "code@example.com,     asks for a one-time code",
    "renew@example.com,    UPDATE_PASSWORD",
    "consent@example.com,  asks for consent"
  })
  void who_cannot_sign_in_is_told_why(String name, String why) {
    loginAs(name).failsWith(ExitCodes.SIGN_IN, why);

    assertThat(passwordsSent()).isEqualTo(1);
    assertThat(type("auth").out()).contains("nobody is signed in");
  }

  @ParameterizedTest
  @CsvSource({
    "html@login=1,         5, a page without a form: Down for maintenance",
    "5xx@login=1,          5, HTTP 502",
    "5xx@token=1,          5, HTTP 502",
    "drop-request@login=2, 5, no answer from",
    "drop-answer@token=1,  5, no answer from",
    "form-changed=1,       4, no form for user name and password"
  })
  void what_goes_wrong_on_the_way_is_one_line(String fault, int code, String why) {
    player.sandbox.faults().add(fault);

    loginAs(NAME).failsWith(code, why);

    loginAs(NAME).succeeds();
  }

  @Test
  void a_realm_that_does_not_answer_is_given_up() {
    player.waitingFor(Duration.ofMillis(300));
    player.sandbox.faults().add("stall@login=1");

    loginAs(NAME).failsWith(ExitCodes.TEMPORARY, "did not answer in time");
  }

  @Test
  void an_unknown_client_or_redirect_is_configuration() {
    player.with("COURT_CLIENT_ID", "other");
    loginAs(NAME).failsWith(ExitCodes.SETUP, "Client not found", "client_id");

    player.with("COURT_CLIENT_ID", null).with("COURT_REDIRECT_URI", "https://other.example/");
    loginAs(NAME).failsWith(ExitCodes.SETUP, "redirect_uri");

    assertThat(passwordsSent()).isZero();
  }

  @Test
  void no_password_is_left_anywhere() throws IOException {
    Ran ran = login(NAME + "\nsandbox\n", "--remember", "--debug");

    assertThat(ran.succeeds().out() + ran.err()).doesNotContain("sandbox");
    for (String line : List.of("auth", "auth -o json", "config", "export", "history")) {
      assertThat(type(line).out()).doesNotContain("sandbox").doesNotContain(NAME);
    }
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("sandbox")
            .doesNotContain(NAME);
      }
    }
  }

  @Test
  void logging_out_ends_the_session_at_the_realm_too() {
    loginAs(NAME).succeeds();

    type("logout").succeeds();

    assertThat(player.sandbox.requests())
        .anyMatch(request -> request.path().endsWith("/logout") && request.status() == 204);
  }

  @Test
  void logging_out_forgets_even_if_the_realm_is_down() {
    login(NAME + "\nsandbox\n", "--remember").succeeds();
    player.sandbox.faults().add("5xx@any=1");

    Ran ran = type("logout").succeeds();

    assertThat(ran.err())
        .contains("The session is forgotten.")
        .contains("User name and password are forgotten.")
        .contains("the realm was not told (HTTP 502");
    assertThat(type("auth").out()).contains("nobody is signed in");
  }

  @Test
  void remembering_is_said_plainly_and_only_done_when_asked_for() {
    assertThat(loginAs(NAME).succeeds().err().lines()).hasSize(1);
    assertThat(login(NAME + "\nsandbox\n", "--remember").succeeds().err())
        .contains("kept, sealed", "the home folder and the key", "court logout forgets them");
    assertThat(loginAs(NAME).succeeds().err()).contains("is now this one");
    assertThat(type("logout").succeeds().err()).contains("password are forgotten");
  }
}
