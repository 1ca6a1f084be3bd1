package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Evening;
import dev.court.sandbox.realm.TokenLifetimes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session under run-due: kept alive, refreshed for an opening, and what is said at its end. */
@Tag("any-database")
@Tag("long-on-server")
class RunDueSessionTest {
  /** So that an access token is over when the session still goes on. */
  private static final TokenLifetimes SHORT =
      new TokenLifetimes(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(10));

  @TempDir Path home;
  private Evening evening;

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void nobody_signed_in_is_one_line_and_no_request() {
    evening = Evening.signedOutAt(home).wants("1");

    evening.runDue().failsWith(4, "nobody is signed in", "court login");

    assertThat(evening.player.sandbox.requests()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void no_occupant_id_is_one_line_and_no_request() {
    evening = Evening.at(home).wants("1");
    evening.player.with("COURT_OCCUPANT_ID", null);

    evening.runDue().failsWith(7, "no occupant id");

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void nobody_is_bothered_about_signing_in_while_there_is_nothing_to_book() {
    evening = Evening.signedOutAt(home);

    var ran = evening.runDue().succeeds();

    assertThat(ran.out() + ran.err()).isEmpty();
  }

  @Tag("long")
  @Test
  void an_idle_run_refreshes_a_session_each_twenty_minutes_only() {
    evening = Evening.at(home);
    long before = evening.refreshes();

    for (int minute = 1; minute <= 100; minute++) {
      evening.aMinuteLater().succeeds();
    }

    assertThat(evening.refreshes() - before).isEqualTo(5);
  }

  @Test
  void two_runs_at_once_refresh_once() {
    evening = Evening.at(home);
    evening.player.clock.advance(Duration.ofMinutes(21));
    evening.but("answer-latency@token=1:700ms");
    long before = evening.refreshes();

    var one = BackgroundTask.begin(() -> evening.runDue());
    while (evening.refreshes() == before && !one.isDone()) {
      Thread.onSpinWait();
    }
    evening.runDue().succeeds();
    one.join().succeeds();

    assertThat(evening.refreshes() - before).isEqualTo(1);
  }

  @Test
  void a_token_that_would_expire_at_the_opening_is_refreshed_before() {
    evening = Evening.at(home).wants("1");
    evening.player.clock.set(Evening.OPENING.minus(Duration.ofMinutes(27)));
    evening.player.signIn();
    evening.player.clock.set(Evening.OPENING.minusSeconds(50));

    evening.runDue().succeeds();

    assertThat(evening.shots()).singleElement().matches(shot -> shot.status() == 201);
  }

  @Test
  void a_token_that_is_refused_before_the_opening_is_changed_before_it() {
    evening = Evening.at(home).wants("1").but("401@list=1");

    evening.runDue().succeeds();

    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void a_session_that_ended_is_told_with_the_remedy() {
    evening = Evening.at(home, SHORT).wants("1");
    evening.player.endSessions();
    evening.player.clock.advance(Duration.ofMinutes(26));

    evening.runDue().failsWith(4, "the session has ended", "court login");

    assertThat(evening.booking()).containsEntry("status", "pending");
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void an_ended_session_is_not_asked_again() {
    evening = Evening.at(home, SHORT).wants("1");
    evening.player.endSessions();
    evening.after(Duration.ofMinutes(26));
    long before = evening.refreshes();

    assertThat(evening.aMinuteLater().code()).isEqualTo(4);
    assertThat(evening.player.court("refresh-token").code()).isEqualTo(4);

    assertThat(evening.refreshes()).isEqualTo(before);
  }

  @Test
  void an_ended_session_is_told_twice_a_day_while_nothing_is_pressing() {
    evening = Evening.at(home).adds("--at", "2026-12-20T17:00");
    evening.player.endSessions();
    evening.after(Duration.ofMinutes(21)).failsWith(4, "the session has ended");

    int told = 0;
    for (int hour = 1; hour <= 48; hour++) {
      var ran = evening.after(Duration.ofHours(1));
      assertThat(ran.code()).isEqualTo(4);
      told += ran.err().isEmpty() ? 0 : 1;
    }

    assertThat(told).isEqualTo(4);
  }

  @Tag("long")
  @Test
  void an_ended_session_is_told_again_when_a_booking_is_due_but_not_each_minute() {
    evening = Evening.at(home).adds("--at", "2026-12-02T18:00", "--court", "1");
    evening.player.endSessions();
    int told = 0;

    for (int minute = 1; minute <= 180; minute++) {
      told += evening.aMinuteLater().err().isEmpty() ? 0 : 1;
    }

    assertThat(told).isBetween(2, 8);
  }

  @Test
  void a_new_sign_in_books_what_is_still_ahead() {
    evening = Evening.at(home, SHORT).wants("1");
    evening.player.endSessions();
    evening.after(Duration.ofMinutes(26));

    evening.player.signIn();

    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");
  }

  @Test
  void a_realm_that_is_down_at_the_opening_is_asked_until_time_is_up() {
    evening = Evening.at(home, SHORT).wants("1");
    evening.player.clock.advance(Duration.ofMinutes(26));
    evening.but("5xx@token=4");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Tag("long")
  @Test
  void a_token_that_outlives_the_opening_is_used_while_the_realm_is_down() {
    evening = expiring(Duration.ofMinutes(4)).but("5xx@token");

    var ran = evening.runDue();

    assertThat(evening.held()).as(ran.err()).containsExactly("Court 1");
    assertThat(evening.shots()).allMatch(shot -> shot.afterOpening().toMillis() == 0);
  }

  @Tag("long")
  @Test
  void a_token_that_outlives_the_opening_is_used_while_the_realm_hangs() {
    evening = expiring(Duration.ofSeconds(30)).but("stall@token");
    evening.player.waitingFor(Duration.ofSeconds(3)).clock.set(Evening.OPENING.minusSeconds(22));

    var ran = evening.runDue();

    assertThat(evening.held()).as(ran.err()).containsExactly("Court 1");
  }

  @Test
  void a_token_that_outlives_the_opening_is_used_when_the_session_has_ended() {
    evening = expiring(Duration.ofMinutes(4));
    evening.player.endSessions();

    evening.runDue().failsWith(4, "the session has ended", "court login");

    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** Wants a court, with a token that ends so long after the opening. */
  private Evening expiring(Duration after) {
    Evening one = Evening.at(home).wants("1");
    one.player.clock.set(Evening.OPENING.plus(after).minus(Duration.ofMinutes(30)));
    one.player.signIn();
    one.player.clock.set(Evening.OPENING.minusSeconds(50));
    return one;
  }

  @Test
  void a_realm_that_stays_down_is_temporary_trouble_told_once() {
    evening = Evening.at(home, SHORT).wants("1");
    evening.player.clock.advance(Duration.ofMinutes(26));
    evening.but("5xx@token");

    evening.runDue().failsWith(5, "the session could not be refreshed", "502");

    assertThat(evening.aMinuteLater()).matches(ran -> ran.code() == 5 && ran.err().isEmpty());
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void a_realm_that_is_down_while_idle_is_told_once() {
    evening = Evening.at(home).but("5xx@token");

    evening.after(Duration.ofMinutes(21)).failsWith(5, "the session could not be refreshed");

    assertThat(evening.aMinuteLater()).matches(ran -> ran.code() == 5 && ran.err().isEmpty());
    evening.player.sandbox.faults().clear();
    assertThat(evening.aMinuteLater().succeeds().err()).isEmpty();
  }

  @Tag("long")
  @Test
  void a_building_that_accepts_no_token_is_asked_more_and_more_seldom_until_somebody_signs_in() {
    evening = Evening.at(home).wants("1").but("401=always");
    evening.runDue();
    for (int minute = 0; minute < 180; minute++) {
      evening.aMinuteLater();
    }

    assertThat(evening.shots()).hasSizeLessThan(50);

    evening.player.sandbox.faults().clear();
    evening.player.signIn();
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");
  }

  @Test
  void a_session_goes_on_while_the_occupant_id_is_missing() {
    evening = Evening.at(home).wants("1");
    evening.player.with("COURT_OCCUPANT_ID", null);

    for (int minute = 1; minute <= 50; minute++) {
      evening.aMinuteLater();
    }

    evening.player.with("COURT_OCCUPANT_ID", evening.player.sandbox.occupantId());
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");
  }
}
