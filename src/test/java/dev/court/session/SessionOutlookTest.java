package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionOutlookTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Instant in(String span) {
    return span == null ? null : NOW.plus(Duration.parse(span));
  }

  @ParameterizedTest(
      name = "{0}, refresh {1}, end {2}, likely {3}, credentials {4}, opening {5}: {6}")
  @CsvSource({
    "LIVE, PT30M, , , NONE, PT29M59S, ALIVE",
    "LIVE, PT30M, , , NONE, -PT1H, ALIVE",
    "LIVE, PT30M, PT30M, , NONE, PT29M59S, ALIVE",
    "LIVE, PT30M, , , NONE, PT30M, KEPT",
    "LIVE, PT30M, PT2H, , NONE, PT1H, KEPT",
    "LIVE, , , , NONE, PT72H, KEPT",
    "LIVE, PT30M, , , USABLE, PT72H, RENEWED",
    "LIVE, PT30M, , , IN_TROUBLE, PT72H, KEPT",
    "LIVE, PT30M, , PT9H, NONE, PT29M, ALIVE",
    "LIVE, PT30M, , PT9H, NONE, PT8H59M59S, KEPT",
    "LIVE, PT30M, , PT9H, NONE, PT9H, LIKELY_ENDS_BEFORE",
    "LIVE, PT30M, , PT9H, USABLE, PT9H, RENEWED",
    "LIVE, PT30M, , PT9H, IN_TROUBLE, PT9H, NOT_KNOWN",
    "ENDED, PT30M, , PT9H, NONE, PT9H, ENDED",
    "LIVE, PT20M, PT20M, , NONE, PT20M, ENDS_BEFORE",
    "LIVE, PT20M, PT20M, , USABLE, PT20M, RENEWED",
    "LIVE, PT20M, PT20M, , IN_TROUBLE, PT20M, NOT_KNOWN",
    "LIVE, PT0S, , , NONE, PT1H, ENDED",
    "LIVE, -PT1H, , , NONE, PT1H, ENDED",
    "LIVE, PT1H, PT0S, , NONE, PT1M, ENDED",
    "LIVE, -PT1H, , , USABLE, PT1H, RENEWED",
    "UNTRIED, , , , NONE, PT1H, NOT_KNOWN",
    "UNTRIED, PT30M, , , NONE, PT1M, NOT_KNOWN",
    "UNTRIED, -PT1M, , , NONE, PT1M, ENDED",
    "UNTRIED, , , , USABLE, PT1H, RENEWED",
    "ENDED, PT30M, , , NONE, PT1M, ENDED",
    "ENDED, PT30M, , , USABLE, PT1M, RENEWED",
    "ENDED, PT30M, , , IN_TROUBLE, PT1M, NOT_KNOWN",
    "SIGNED_OUT, , , , NONE, PT1M, SIGNED_OUT",
    "SIGNED_OUT, , , , USABLE, PT1M, RENEWED"
  })
  void says_what_the_session_will_be_like(
      SessionOutlook.State state,
      String refresh,
      String end,
      String likelyEnd,
      SessionOutlook.CredentialState credentials,
      String opening,
      SessionForecast forecast) {
    SessionOutlook outlook =
        new SessionOutlook(state, in(refresh), in(end), in(likelyEnd), credentials);

    assertThat(outlook.at(in(opening), NOW)).isEqualTo(forecast);
  }
}
