package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session's end under run-due, with remembered credentials and nobody at the keyboard. */
class AutomaticSignInTest {
  private static final String NAME = "player@example.com";

  @TempDir Path home;
  private Evening evening;

  @AfterEach
  void leaves() {
    evening.close();
  }

  private Evening remembered() {
    evening = Evening.signedOutAt(home);
    login(NAME, "--remember").succeeds();
    return evening;
  }

  private Ran login(String name, String... more) {
    String[] line = new String[more.length + 1];
    line[0] = "login";
    System.arraycopy(more, 0, line, 1, more.length);
    return evening.player.type(name + "\nsandbox\n", line);
  }

  private long passwordsSent() {
    return evening.player.sandbox.requests().stream()
        .filter(request -> request.body().contains("password="))
        .count();
  }

  private void assertAlive() {
    evening.player.court("auth").succeeds();
    evening.player.court("refresh-token").succeeds();
  }

  @Test
  void a_session_that_was_ended_begins_anew_in_time_for_the_opening() {
    remembered().wants("1");
    evening.player.endSessions();

    evening.player.court("refresh-token").succeeds();
    evening.runDue().succeeds();

    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(passwordsSent()).isEqualTo(2);
  }

  @Test
  void a_machine_that_slept_past_the_session_signs_in_for_the_opening_itself() {
    evening = Evening.signedOutAt(home).wants("1");
    evening.player.clock.set(Evening.OPENING.minus(Duration.ofHours(30)));
    login(NAME, "--remember").succeeds();
    evening.player.clock.set(Evening.OPENING.minusSeconds(50));

    evening.runDue().succeeds();

    assertThat(evening.shots()).singleElement().matches(shot -> shot.status() == 201);
  }

  @Tag("long")
  @Test
  void two_days_of_cron_stay_signed_in_with_one_sign_in_a_session() {
    remembered();

    for (int minute = 0; minute < 48 * 60; minute += 10) {
      Ran ran = evening.after(Duration.ofMinutes(10)).succeeds();
      assertThat(ran.out() + ran.err()).isEmpty();
    }

    assertAlive();
    assertThat(passwordsSent()).isBetween(5L, 7L);
  }

  @Tag("long")
  @Test
  void a_session_is_left_before_its_end() {
    remembered();

    for (int minute = 0; minute < 9 * 60 + 50; minute += 10) {
      evening.after(Duration.ofMinutes(10)).succeeds();
    }

    assertThat(passwordsSent()).isEqualTo(2);
  }

  @Test
  void without_credentials_the_end_is_told_and_nothing_is_sent_again() {
    evening = Evening.signedOutAt(home).wants("1");
    login(NAME).succeeds();
    evening.player.endSessions();
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(29)));

    evening.runDue().failsWith(4, "the session has ended", "court login");
    evening.aMinuteLater();

    assertThat(passwordsSent()).isEqualTo(1);
  }

  @Test
  void a_refused_sign_in_is_told_and_not_tried_again_until_somebody_signs_in() {
    remembered().wants("1");
    evening.player.endSessions();
    evening.but("refuse-login=always");
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(30)));

    evening.runDue().failsWith(4, "the automatic sign-in failed, and is not tried again");
    for (int minute = 0; minute < 60; minute++) {
      assertThat(evening.aMinuteLater().code()).isEqualTo(4);
    }

    assertThat(passwordsSent()).isEqualTo(2);
    evening.player.sandbox.faults().clear();
    login(NAME).succeeds();
    evening.runDue().succeeds();
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Tag("long")
  @Test
  void a_sign_in_refused_ahead_of_the_end_is_told_at_once_and_the_session_goes_on() {
    remembered();
    evening.but("refuse-login=always");

    int told = 0;
    for (int minute = 0; minute < 9 * 60 + 50; minute += 10) {
      told += evening.after(Duration.ofMinutes(10)).err().isEmpty() ? 0 : 1;
    }

    assertThat(told).isEqualTo(1);
    assertThat(passwordsSent()).isEqualTo(2);
    evening.player.court("auth").succeeds();
  }

  @Tag("long")
  @Test
  void a_realm_that_is_down_is_asked_at_longer_and_longer_intervals() {
    remembered();
    evening.player.endSessions();
    evening.but("5xx@login");

    int told = 0;
    for (int minute = 0; minute < 180; minute++) {
      told += evening.aMinuteLater().err().isEmpty() ? 0 : 1;
    }

    long asked = evening.player.sandbox.requests().stream().filter(r -> r.status() == 502).count();
    assertThat(asked).isBetween(5L, 12L);
    assertThat(told).isEqualTo(1);
    evening.player.court("refresh-token").failsWith(5, "HTTP 502");
    evening.player.court("refresh-token").failsWith(5, "will be tried again", "HTTP 502");
    evening.player.sandbox.faults().clear();
    evening.after(Duration.ofMinutes(31)).succeeds();
    assertAlive();
  }

  @Test
  void a_realm_that_is_down_at_an_opening_is_asked_until_it_answers() {
    remembered().wants("1");
    evening.player.endSessions();
    evening.player.clock.set(Evening.OPENING.minus(Duration.ofSeconds(50)));
    evening.player.court("refresh-token").succeeds();
    evening.player.endSessions();
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofMinutes(30)));
    evening.but("5xx@login=2");

    evening.runDue().succeeds();

    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void tokens_lost_between_the_realms_answer_and_the_disk_are_made_up_for() {
    remembered();
    evening.player.clock.advance(Duration.ofMinutes(21));
    evening.but("drop-answer@token=1");
    evening.runDue().failsWith(5, "no answer");

    evening.aMinuteLater().succeeds();

    assertAlive();
    assertThat(passwordsSent()).isEqualTo(2);
  }

  @Test
  void tokens_lost_without_credentials_are_one_clear_line() {
    evening = Evening.at(home);
    evening.player.clock.advance(Duration.ofMinutes(21));
    evening.but("drop-answer@token=1");
    evening.runDue().failsWith(5, "no answer");
    evening.player.clock.advance(Duration.ofMinutes(1));

    evening.player.court("refresh-token").failsWith(4, "the session has ended", "court login");
  }

  @Test
  void logging_out_ends_it_for_good() {
    remembered();
    evening.player.court("logout").succeeds();

    evening.after(Duration.ofHours(1)).succeeds();

    assertThat(passwordsSent()).isEqualTo(1);
    evening.player.court("refresh-token").failsWith(4, "nobody is signed in");
  }

  @Test
  void a_sign_in_of_another_that_fails_changes_nothing() {
    remembered();

    login("code@example.com").failsWith(4, "one-time code");
    evening.player.endSessions();
    evening.after(Duration.ofMinutes(21)).succeeds();

    assertAlive();
  }
}
