package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** login, logout, auth and refresh-token. */
class SessionTest extends WithPlayer {

  private Ran login(String input) {
    return player.type(input, "login", "--with-token");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> auth() {
    return (Map<String, Object>) Json.tree(type("auth -o json").out());
  }

  @Test
  void nobody_is_signed_in_at_first() {
    Ran ran = type("auth");

    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.out()).contains("nobody is signed in: sign in with court login");
    assertThat(auth()).containsEntry("signed_in", false).containsEntry("alive", false);
  }

  @Test
  void a_token_that_works_signs_in() {
    Ran ran = login("  " + player.sandbox.refreshToken() + "\n");

    assertThat(ran.succeeds().out()).isEmpty();
    assertThat(ran.err())
        .startsWith("Signed in; the access token lives until Sun 22 Nov 2026 12:30");
    assertThat(type("auth").succeeds().out()).contains("session    alive");
    assertThat(auth())
        .containsEntry("account", "default")
        .containsEntry("alive", true)
        .containsEntry("refreshed_at", "2026-11-22T12:00:00-05:00")
        .containsEntry("access_expiry", "2026-11-22T12:30:00-05:00");
  }

  @Test
  void a_token_is_asked_for_at_a_terminal() {
    Ran ran = player.atTerminal(player.sandbox.refreshToken() + "\n", "login", "--with-token");

    assertThat(ran.succeeds().err()).startsWith("Paste the refresh token, then Ctrl-D:\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\",             there is no token",
        "\" \n \",         there is no token",
        "\"two words\",    that is no refresh token",
        "caf\u00e9,        that is no refresh token"
      })
  void what_cannot_be_a_token_is_refused_unsent(String input, String reason) {
    login(input).failsWith(ExitCodes.USAGE, reason);

    assertThat(player.sandbox.requests()).isEmpty();
    assertThat(auth()).containsEntry("signed_in", false);
  }

  @Test
  void what_is_huge_is_refused_unsent() {
    login("x".repeat(1_000_000)).failsWith(ExitCodes.USAGE, "too long for a token");

    assertThat(player.sandbox.requests()).isEmpty();
  }

  @Test
  void a_token_the_realm_refuses_is_not_kept() {
    login("garbage").failsWith(ExitCodes.SIGN_IN, "the session has ended", "court login");

    assertThat(auth()).containsEntry("signed_in", false);
  }

  @Test
  void a_used_token_is_not_kept() {
    String token = player.sandbox.refreshToken();
    login(token).succeeds();
    type("logout").succeeds();

    Ran ran = login(token);

    ran.failsWith(ExitCodes.SIGN_IN, "the session has ended");
    assertThat(ran.err()).doesNotContain(token);
    assertThat(auth()).containsEntry("signed_in", false);
  }

  @Test
  void a_refused_token_leaves_the_session_that_is_there() {
    player.signIn();

    login("garbage").failsWith(ExitCodes.SIGN_IN, "the session has ended");

    type("auth").succeeds();
    type("refresh-token").succeeds();
  }

  @Test
  void a_token_is_kept_while_the_realm_is_down() {
    String token = player.sandbox.refreshToken();
    player.sandbox.faults().add("5xx@token=1");

    login(token).failsWith(ExitCodes.TEMPORARY, "it will be tried again");

    assertThat(auth()).containsEntry("signed_in", true);
    type("refresh-token").succeeds();
    assertThat(auth()).containsEntry("alive", true);
  }

  @Test
  void logging_out_forgets_the_session_and_keeps_the_schedules() {
    player.signIn();
    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(type("logout").succeeds().err()).isEqualTo("The session is ended and forgotten.\n");

    assertThat(type("auth").code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(type("list -o json").rows()).hasSize(1);
    assertThat(type("logout").succeeds().err()).isEqualTo("Nobody was signed in.\n");
  }

  @Test
  void refreshes_whatever_the_age_unless_told_otherwise() {
    player.signIn();
    player.clock.advance(Duration.ofMinutes(5));

    assertThat(type("refresh-token --if-older-than PT20M").succeeds().err())
        .startsWith("Young enough; the access token lives until Sun 22 Nov 2026 12:30");
    assertThat(type("refresh-token").succeeds().err())
        .startsWith("Refreshed; the access token lives until Sun 22 Nov 2026 12:35");
  }

  @Test
  void refreshes_what_is_old_enough() {
    player.signIn();
    player.clock.advance(Duration.ofMinutes(21));

    assertThat(type("refresh-token --if-older-than PT20M").succeeds().err())
        .startsWith("Refreshed");
    assertThat(type("refresh-token -q").succeeds().err()).isEmpty();
  }

  @Test
  void a_session_that_ended_says_what_to_do() {
    player.signIn();
    player.endSessions();

    type("refresh-token").failsWith(ExitCodes.SIGN_IN, "the session has ended", "court login");

    assertThat(type("auth").code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(auth()).containsEntry("signed_in", true).containsEntry("alive", false);
    type("refresh-token").failsWith(ExitCodes.SIGN_IN, "the session has ended");
  }

  @Test
  void a_session_that_ran_out_says_so() {
    player.signIn();
    player.clock.advance(Duration.ofHours(3));

    Ran ran = type("auth");

    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.out()).contains("run out: sign in with court login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "soon", "-PT20M", "P1M"})
  void refuses_a_span_that_is_none(String span) {
    type("refresh-token --if-older-than=" + span).failsWith(ExitCodes.USAGE, "is no span of time");
  }

  @Test
  void nobody_is_refreshed_without_a_session() {
    type("refresh-token").failsWith(ExitCodes.SIGN_IN, "nobody is signed in");
    type("login").failsWith(ExitCodes.USAGE, "there is no user name", "--username");
  }

  @Test
  void two_accounts_have_two_sessions() {
    player.signIn();

    type("auth --account ann").failsWith(ExitCodes.SETUP, "no account 'ann': there is default");
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", "ann")
        .succeeds();
    type("logout").succeeds();

    type("auth --account ann").succeeds();
    assertThat(type("auth").code()).isEqualTo(ExitCodes.SIGN_IN);
  }

  @Test
  void no_output_holds_a_token() {
    String token = player.sandbox.refreshToken();

    Ran ran = player.type(token, "login", "--with-token", "--debug");

    assertThat(ran.out() + ran.err()).doesNotContain(token);
    for (String line : new String[] {"auth", "auth -o json", "export", "config", "history -v"}) {
      assertThat(type(line).out()).doesNotContain(token).doesNotContain("eyJ");
    }
  }
}
