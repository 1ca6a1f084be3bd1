package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people of one house want a court at one time: eve was added before default. */
@Tag("any-database")
@Tag("long-on-server")
class HouseCourtsTest extends WithPlayer {
  private static final Instant OPENING = Player.NOW.plus(Duration.ofHours(5));

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2 | 1,2 | 1    | 2    | 2",
        "2,1 | 1,2 | 2    | 1    | 2",
        "1,2 | 1   | 2    | 1    | 2",
        "1   | 1,2 | 1    | 2    | 2",
        "2   | 1,2 | 2    | 1    | 2"
      })
  void no_two_ask_for_one_court_where_another_one_would_do(
      String eve, String other, String eveGets, String otherGets, int shots) {
    wants("eve", eve).wants("default", other).comesUp();

    type("run-due").succeeds();

    assertThat(booked("eve")).containsExactly(eveGets);
    assertThat(booked("default")).containsExactly(otherGets);
    assertThat(shots()).isEqualTo(shots);
  }

  @Test
  void where_no_other_court_would_do_both_ask() {
    wants("eve", "1").wants("default", "1").comesUp();

    assertThat(type("run-due").code()).isEqualTo(3);

    assertThat(shots()).isEqualTo(2);
  }

  @Test
  void a_run_for_one_of_them_leaves_the_court_to_the_other() {
    wants("eve", "1,2").wants("default", "1,2").comesUp();

    type("run-due --account default").succeeds();
    type("run-due --account eve").succeeds();

    assertThat(booked("default")).containsExactly("2");
    assertThat(booked("eve")).containsExactly("1");
    assertThat(shots()).isEqualTo(2);
  }

  @Test
  void a_court_that_one_has_is_asked_for_last_by_the_other() {
    wants("default", "1,2").comesUp();
    type("run-due").succeeds();

    wants("eve", "1,2");
    type("run-due").succeeds();

    assertThat(booked("eve")).containsExactly("2");
    assertThat(shots()).isEqualTo(2);
  }

  @Test
  void the_court_of_another_is_asked_for_when_the_own_one_is_taken() {
    wants("eve", "1,2").wants("default", "1,2").comesUp();
    player.sandbox.hold("2", LocalDateTime.parse("2026-11-29T17:00"), HALF_AN_HOUR);

    assertThat(type("run-due").code()).isEqualTo(3);

    assertThat(booked("eve")).containsExactly("1");
    assertThat(shots()).isEqualTo(3);
  }

  /** One of the two has to do without, and it is the one whose request comes second. */
  @Test
  void to_make_way_leaves_none_of_the_own_bookings_without_a_request() {
    wants("eve", "1").wants("default", "1,2").wants("default", "2").comesUp();

    type("run-due");

    assertThat(booked("default")).contains("2");
    assertThat(shots()).isEqualTo(3);
    assertThat(player.sandbox.reservations()).hasSize(2);
  }

  @Test
  void nobody_makes_way_for_who_cannot_book() {
    wants("eve", "1,2").wants("default", "1,2").comesUp();
    type("logout --account eve").succeeds();

    assertThat(type("run-due").code()).isEqualTo(4);

    assertThat(booked("default")).containsExactly("1");
  }

  @Test
  void nobody_makes_way_for_who_has_no_occupant_id() {
    wants("eve", "1,2").wants("default", "1,2").comesUp();
    type("config unset accounts.eve.occupant_id").succeeds();

    assertThat(type("run-due").code()).isEqualTo(7);

    assertThat(booked("default")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-due", "show 2"})
  void who_was_faster_is_named_where_it_is_one_of_the_house(String line) {
    wants("eve", "1").wants("default", "1").comesUp();
    type("run-due --account eve").succeeds();
    if (!line.equals("run-due")) {
      type("run-due");
    }

    assertThat(type(line).out())
        .contains("account eve booked Court 1: it was asked for ", " ms after the opening")
        .doesNotContain("somebody was faster");
  }

  @Test
  void a_schedule_that_is_paused_wants_nothing() {
    wants("eve", "1,2").wants("default", "1,2").comesUp();
    type("pause 1 --account eve").succeeds();

    type("run-due").succeeds();

    assertThat(booked("default")).containsExactly("1");
  }

  private HouseCourtsTest wants(String account, String courts) {
    type("config set accounts." + account + ".occupant_id 133055").succeeds();
    type("add --at 2026-11-29T17:00 --court " + courts + " --account " + account).succeeds();
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", account)
        .succeeds();
    return this;
  }

  /** Everybody signs in anew, a minute before the opening. */
  private void comesUp() {
    player.clock.set(OPENING.minusSeconds(60));
    for (Map<String, Object> account : court("accounts", "-o", "json").rows()) {
      player
          .type(
              player.sandbox.refreshToken(),
              "login",
              "--with-token",
              "--account",
              (String) account.get("account"))
          .succeeds();
    }
  }

  private List<Object> booked(String account) {
    return court("list", "--bookings", "--all", "-o", "json", "--account", account).rows().stream()
        .map(row -> row.get("booked_court_id"))
        .toList();
  }

  private long shots() {
    return player.sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .count();
  }
}
