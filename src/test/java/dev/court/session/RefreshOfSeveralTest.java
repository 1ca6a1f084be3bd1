package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Doorway;
import dev.court.Player;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A realm that is slow with one account, and the refresh of another one. */
@Tag("any-database")
class RefreshOfSeveralTest extends WithPlayer {
  private static final Instant OPENING = Player.NOW.plus(Duration.ofHours(5));

  private final CountDownLatch asked = new CountDownLatch(2);
  private volatile boolean isOneLeftAlone;
  private Doorway realm;

  @BeforeEach
  void the_realm_answers_the_first_one_only_when_another_one_has_asked() {
    type("config set accounts.eve.occupant_id 133055").succeeds();
    type("add --at 2026-11-29T17:00 --court 1").succeeds();
    type("add --at 2026-11-29T17:00 --court 2 --account eve").succeeds();
    player.clock.set(OPENING.minus(Duration.ofMinutes(29)));
    signIn("eve");
    signIn("default");
    realm = Doorway.open(player.sandbox.authUrl(), number -> awaitBoth());
    player
        .with("COURT_AUTH_URL", realm.plainAddress(player.sandbox.authUrl()))
        .waitingFor(Duration.ofMinutes(1))
        .sharing();
  }

  @AfterEach
  void the_realm_closes() {
    realm.close();
  }

  @Test
  void both_have_their_tokens_for_the_opening() {
    player.clock.set(OPENING.minusSeconds(60));

    type("run-due").succeeds();

    assertThat(isOneLeftAlone).as("one waits, and the other may not ask").isFalse();
    assertThat(bookingsOf("status")).containsExactly("success");
    assertThat(court("list", "--bookings", "--all", "-o", "json", "--account", "eve").rows())
        .extracting(row -> row.get("status"))
        .containsExactly("success");
  }

  @Test
  void both_are_kept_alive_without_an_opening() {
    player.clock.set(OPENING.minus(Duration.ofMinutes(5)));

    type("run-due").succeeds();

    assertThat(isOneLeftAlone).as("one waits, and the other may not ask").isFalse();
    assertThat(realm.connections()).isEqualTo(2);
  }

  private void awaitBoth() {
    asked.countDown();
    try {
      isOneLeftAlone |= !asked.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void signIn(String account) {
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", account)
        .succeeds();
  }
}
