package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One run books for all accounts, and trouble of one is the trouble of no other. */
@Tag("any-database")
@Tag("long-on-server")
class AccountsTest extends WithPlayer {
  private static final Instant OPENING = Player.NOW.plus(Duration.ofHours(5));

  @BeforeEach
  void two_people_want_a_court_at_one_instant() {
    type("config set accounts.eve.occupant_id 133055").succeeds();
    type("add --at 2026-11-29T17:00 --court 1").succeeds();
    type("add --at 2026-11-29T17:00 --court 2 --account eve").succeeds();
    player.clock.set(OPENING.minusSeconds(60));
    signIn("eve");
    player.signIn();
  }

  @Test
  void all_accounts_are_booked_at_their_opening() {
    Ran ran = type("run-due");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("booked   default  Sun 29 Nov 2026 17:00", "booked   eve  Sun 29 Nov 2026 17:00");
    assertThat(bookingsOf("late_ms")).containsExactly(0);
    assertThat(court("list", "--bookings", "--account", "eve", "-o", "json").rows())
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("status", "success").containsEntry("late_ms", 0));
  }

  @Test
  void only_accounts_that_are_named_are_served() {
    type("run-due --account eve").succeeds();

    assertThat(bookingsOf("status")).containsExactly("pending");

    type("run-due --account eve --account default").succeeds();

    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void a_name_of_no_account_is_refused_with_those_that_are_there() {
    type("run-due --account eve --account adam")
        .failsWith(7, "no account 'adam': there is default, eve");
  }

  @Test
  void other_commands_take_one_account() {
    type("show 1 --account eve --account default").failsWith(2, "name one account");
  }

  @Test
  void who_has_no_session_any_more_stops_nobody() {
    type("logout --account eve").succeeds();

    Ran ran = type("run-due");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("court: eve: nobody is signed in");
    assertThat(bookingsOf("status")).containsExactly("success");
    assertThat(bookingsOf("late_ms")).containsExactly(0);
  }

  @Test
  void who_has_no_occupant_id_stops_nobody() {
    type("config unset accounts.eve.occupant_id").succeeds();

    Ran ran = type("run-due");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.err())
        .contains("eve: no occupant id is set for account eve", "accounts.eve.occupant_id NUMBER");
    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void each_asks_with_the_id_of_its_own_person() {
    type("config set accounts.eve.occupant_id 2").succeeds();

    Ran ran = type("run-due");

    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("booked   default", "lost     eve");
  }

  @Test
  void the_schedule_of_only_names_the_account_too() {
    type("run-due --only 2").succeeds();

    assertThat(bookingsOf("status")).containsExactly("pending");
    assertThat(court("list", "--bookings", "--account", "eve", "-o", "json").rows())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "success"));
  }

  @Test
  void what_a_program_reads_names_the_account() {
    assertThat(court("run-due", "-o", "json").rows())
        .extracting(row -> row.get("account"))
        .containsExactly("default", "eve");
  }

  @Test
  void one_query_finds_who_has_something_to_do_among_many() {
    for (int i = 0; i < 15; i++) {
      type("add --at 2026-12-2" + i % 10 + "T10:00 --account idle" + i).succeeds();
    }

    Ran ran = type("run-due");

    assertThat(ran.out()).contains("booked   default", "booked   eve");
    assertThat(ran.out()).doesNotContain("idle");
  }

  private void signIn(String account) {
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", account)
        .succeeds();
  }
}
