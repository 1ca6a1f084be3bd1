package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever says that a person has to sign in, says so with the account that needs it. */
class SignInRemedyTest extends WithEvening {

  @BeforeEach
  void eve_is_signed_in_and_wants_a_court() {
    court("config set accounts.eve.occupant_id " + evening.player.sandbox.occupantId());
    evening
        .player
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
        .succeeds();
    court("add --at 2026-12-02T17:00 --court 1 --account eve").succeeds();
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show 1 --account eve", "list --bookings --all", "auth --account eve"})
  void a_token_that_is_not_accepted(String line) {
    evening.but("401=always");
    assertThat(evening.runDue("--account", "eve").code()).isEqualTo(ExitCodes.SIGN_IN);
    evening.player.sandbox.faults().clear();
    evening.player.endSessions();
    court("refresh-token --account eve");

    assertThat(court(line).out()).contains("court login --account eve");
  }

  @Test
  void the_log_says_it_like_the_terminal() throws Exception {
    evening.player.endSessions();

    court("refresh-token --account eve").failsWith(4, "sign in with court login --account eve");

    assertThat(Files.readString(home.resolve("court.log")))
        .contains("sign in with court login --account eve");
  }
}
