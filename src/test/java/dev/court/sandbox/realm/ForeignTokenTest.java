package dev.court.sandbox.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.sandbox.Sandbox;
import dev.court.sandbox.SandboxClient;
import dev.court.sandbox.SandboxOptions;
import dev.court.sandbox.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that another realm gave out. */
final class ForeignTokenTest {
  private final SetClock clock = new SetClock("2026-11-25T17:30:00-05:00");
  private final Sandbox realm = Sandbox.start(SandboxOptions.at(clock));
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.at(clock, new RealmOptions(TokenLifetimes.DEFAULT, true, true, User.ALL)));

  @AfterEach
  void stop() {
    sandbox.close();
    realm.close();
  }

  private static int status(Sandbox at, String token) {
    return new SandboxClient(at, token).list("").statusCode();
  }

  @Test
  void are_taken_until_they_expire() {
    String token = realm.accessToken();

    assertThat(status(sandbox, token)).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    assertThat(status(sandbox, token)).isEqualTo(401);
  }

  @Test
  void are_not_taken_unless_that_is_wanted() {
    assertThat(status(realm, sandbox.accessToken())).isEqualTo(401);
  }

  @Test
  void are_not_for_refreshing() {
    assertThat(status(sandbox, realm.refreshToken())).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "a.!.c", "..", "e30.e30.e30", "e30.W10.e30"})
  void are_refused_when_they_are_none(String token) {
    assertThat(status(sandbox, token)).isEqualTo(401);
  }
}
