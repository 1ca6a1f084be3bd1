package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.secret.Sealed;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPolicyTest {
  private static final Instant REFRESHED = Instant.parse("2026-11-22T17:00:00Z");

  /** The life of a refresh token, its age, and whether it is refreshed. */
  @ParameterizedTest
  @CsvSource({
    "PT30M,  PT19M59S, false",
    "PT30M,  PT20M,    true",
    "PT30M,  PT29M,    true",
    "PT720H, PT19M59S, false",
    "PT720H, PT20M,    true",
    "PT9M,   PT5M59S,  false",
    "PT9M,   PT6M,     true",
    "PT0S,   PT0S,     true",
  })
  void tokens_are_refreshed_after_twenty_minutes_or_two_thirds_of_their_life(
      Duration life, Duration age, boolean isDue) {
    assertThat(isDue(tokens(REFRESHED.plus(life)), age)).isEqualTo(isDue);
  }

  @Test
  void tokens_whose_end_the_realm_does_not_name_are_refreshed_after_twenty_minutes() {
    assertThat(isDue(tokens(null), Duration.ofMinutes(20).minusMillis(1))).isFalse();
    assertThat(isDue(tokens(null), Duration.ofMinutes(20))).isTrue();
  }

  @Test
  void a_token_that_was_never_tried_is_due_at_once() {
    StoredTokens untried = new StoredTokens(null, sealed(), null, null, null, Instant.EPOCH, null);

    assertThat(RefreshPolicy.isDue(untried, REFRESHED)).isTrue();
  }

  private static boolean isDue(StoredTokens tokens, Duration age) {
    return RefreshPolicy.isDue(tokens, REFRESHED.plus(age));
  }

  private static StoredTokens tokens(Instant refreshExpiry) {
    return new StoredTokens(
        sealed(), sealed(), REFRESHED.plusSeconds(60), refreshExpiry, "state", REFRESHED, null);
  }

  private static Sealed sealed() {
    return new Sealed("sealed");
  }
}
