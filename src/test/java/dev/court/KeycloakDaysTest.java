package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days in little: a real Keycloak whose sessions last for twenty seconds, an opening every few
 * seconds by the real clock, and run-due as cron would call it.
 */
@Tag("keycloak")
class KeycloakDaysTest {
  private static final String REALM = "short-days";
  private static final int OPENINGS = 16;
  private static final Duration BETWEEN = Duration.ofSeconds(4);
  private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(22);

  private final Keycloak keycloak = Keycloak.running();

  @TempDir Path home;

  private RealTime opening(int number, Duration until) {
    return RealTime.at(keycloak.realm(REALM), home, until, number);
  }

  private void signIn(String... how) {
    String[] line = {"login", "--username", "player@example.com"};
    String[] whole = java.util.Arrays.copyOf(line, line.length + how.length);
    System.arraycopy(how, 0, whole, line.length, how.length);
    try (RealTime any = opening(0, BETWEEN)) {
      any.here(Keycloak.PASSWORD + "\n", whole).succeeds();
    }
  }

  @Test
  void all_openings_are_booked_across_the_ends_of_sessions_with_nobody_at_the_keyboard() {
    long before = keycloak.events(REALM, "LOGIN");
    signIn("--remember");

    for (int number = 0; number < OPENINGS; number++) {
      try (RealTime day = opening(number, BETWEEN).wanted()) {
        Ran ran = day.here("", "run-due").succeeds();

        assertThat(ran.err()).doesNotContain("court:");
        assertThat(day.sandbox.reservations()).hasSize(1);
      }
    }

    assertAllBooked(OPENINGS);
    // the one at the keyboard, then at least one for each session
    assertThat(keycloak.events(REALM, "LOGIN") - before).isBetween(4L, OPENINGS + 1L);
    assertThat(keycloak.events(REALM, "LOGIN_ERROR")).isZero();
  }

  @Test
  void a_machine_that_slept_past_the_session_books_at_its_next_opening() {
    signIn("--remember");
    try (RealTime day = opening(0, LONGER_THAN_A_SESSION.plus(BETWEEN)).wanted()) {
      day.await(day.opening.minus(BETWEEN));

      day.here("", "run-due").succeeds();

      assertThat(day.sandbox.reservations()).hasSize(1);
    }
  }

  @Test
  void without_credentials_the_end_of_the_session_is_one_clear_line() {
    signIn();
    try (RealTime day = opening(0, LONGER_THAN_A_SESSION.plus(BETWEEN)).wanted()) {
      day.await(day.opening.minus(BETWEEN));

      day.here("", "run-due").failsWith(4, "the session has ended", "court login");
    }
  }

  private void assertAllBooked(int count) {
    try (RealTime any = opening(OPENINGS, BETWEEN)) {
      assertThat(any.here("", "list", "--bookings", "-o", "json").rows())
          .hasSize(count)
          .allSatisfy(booking -> assertThat(booking).containsEntry("status", "success"));
    }
  }
}
