package dev.court.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.NewYork;
import dev.court.booking.Incident;
import dev.court.notification.channel.EventType;
import dev.court.workspace.SignInRemedy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message says can be copied. */
class NotificationTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

  @ParameterizedTest
  @CsvSource({"default, court login", "eve, court login --account eve"})
  void the_remedy_names_the_account_that_needs_it(String account, String remedy) {
    NotificationText text = new NotificationText(NewYork.VENUE, account, InstantSource.fixed(NOW));
    String reason = SignInRemedy.after("nobody is signed in", account);

    Notification told =
        text.incident(Incident.first("session", reason, NOW), EventType.SIGN_IN, reason, List.of());

    assertThat(told.text()).contains("sign in with " + remedy + ".");
  }
}
