package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a home of several people shows: all of it, each with its person. */
@Tag("any-database")
@Tag("long-on-server")
class ListOfSeveralTest extends WithPlayer {

  private void twoPeople() {
    type("add --at 2026-12-03T17:00 --court 1 --account eve --name late").succeeds();
    type("add --at 2026-12-02T17:00 --court 1").succeeds();
    player.signIn();
  }

  @ParameterizedTest
  @CsvSource({
    "list, eve default",
    "list --bookings, default eve",
    "next, default eve",
    "next -n 1, default",
    "calendar --from 2026-11-30, default eve",
    "list --account eve --account default, eve default"
  })
  void all_of_them_are_there_in_the_order_of_the_list(String line, String accounts) {
    twoPeople();

    assertThat(type(line + " -o json").rows())
        .extracting(row -> row.get("account"))
        .containsExactly((Object[]) accounts.split(" ", -1));
  }

  @Test
  void the_history_has_what_was_sent_for_each() {
    twoPeople();
    type("add --at 2026-11-24T10:00 --court 1").succeeds();
    type("add --at 2026-11-24T10:00 --court 2 --account eve").succeeds();
    type("config set accounts.eve.occupant_id 133055").succeeds();
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
        .succeeds();
    type("run-due").succeeds();

    assertThat(type("history -o json").rows())
        .extracting(row -> row.get("account"))
        .containsExactlyInAnyOrder("eve", "default");
    assertThat(type("history").succeeds().out()).contains("ACCOUNT", "eve", "default");
    assertThat(type("history --account eve -o json").rows())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("account", null));
    assertThat(type("history --account eve").succeeds().out()).doesNotContain("ACCOUNT");
  }

  @Test
  void the_feed_has_the_events_of_each_with_the_name_of_the_person() {
    twoPeople();

    assertThat(type("export -o ics").succeeds().out())
        .containsSubsequence("SUMMARY:default: Tennis (planned)", "SUMMARY:eve: late (planned)");
    assertThat(type("export -o ics --account eve").succeeds().out())
        .contains("X-WR-CALNAME:Tennis: eve", "SUMMARY:late (planned)")
        .doesNotContain("default");
    type("export --account eve --account default").failsWith(2, "name one account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --bookings", "next"})
  void a_table_has_a_column_for_it_even_where_it_is_narrow(String line) {
    twoPeople();

    assertThat(type(line).succeeds().out()).contains("ACCOUNT", "eve", "default");
    player.lookingAt(70);
    assertThat(type(line).succeeds().out()).contains("ACCOUNT", "eve", "default");
  }

  @Test
  void each_has_the_forecast_of_its_own_session() {
    twoPeople();

    assertThat(type("next -o json").rows())
        .extracting(row -> row.get("session"))
        .containsExactly("likely-ends-before", "signed-out");
  }

  @Test
  void the_calendar_names_the_person_and_two_people_may_play_at_one_time() {
    type("add --at 2026-12-02T17:00 --court 1 --name doubles").succeeds();
    type("add --at 2026-12-02T17:00 --court 2 --account eve").succeeds();

    assertThat(type("calendar --from 2026-11-30").succeeds().out())
        .contains("o Court 1 default: doubles", "o Court 2 eve")
        .doesNotContain("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --bookings", "next", "calendar --from 2026-11-30"})
  void one_person_alone_is_shown_as_ever(String line) {
    type("add --at 2026-12-02T17:00 --court 1 --account eve").succeeds();

    assertThat(type(line).succeeds().out()).doesNotContain("ACCOUNT");
    assertThat(type(line + " -o json").rows())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("account", null));
  }

  @Test
  void those_of_many_people_are_read_piece_by_piece() {
    for (int i = 10; i < 26; i++) {
      type("add --at 2026-12-02T17:00 --court 1 --account p" + i).succeeds();
    }

    assertThat(type("list -o json").rows())
        .extracting(row -> row.get("account"))
        .hasSize(16)
        .startsWith("p10")
        .endsWith("p25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show 1", "remove 1 --yes", "skip 1 2026-12-03"})
  void an_id_that_belongs_to_another_says_whose_it_is(String line) {
    twoPeople();

    type(line)
        .failsWith(
            ExitCodes.UNKNOWN_ID, "schedule 1 is one of account eve: name it with --account eve");
  }

  @Test
  void a_dry_run_says_what_it_would_take_for_each() {
    twoPeople();
    player.clock.set(Instant.parse("2026-11-26T21:59:30Z"));

    assertThat(type("run-due --dry-run").succeeds().out()).contains("ACCOUNT", "eve", "default");
    assertThat(type("run-due --dry-run --only 1").succeeds().out())
        .contains("Thu 3 Dec 2026 17:00")
        .doesNotContain("ACCOUNT", "default");
  }

  /** What is printed can be copied. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run-due",
        "run-due --account eve",
        "next",
        "auth --account eve",
        "refresh-token --account eve",
        "doctor --offline --account eve"
      })
  void the_remedy_names_the_account_that_needs_it(String line) {
    type("config set accounts.eve.occupant_id 133056").succeeds();
    type("add --at 2026-11-24T10:00 --account eve").succeeds();

    Ran ran = type(line);

    assertThat(ran.out() + ran.err())
        .contains("court login --account eve")
        .doesNotContain("court login\n");
  }

  @Test
  void who_signs_in_is_told_how_the_same_account_outlasts_the_end() {
    type("add --at 2026-12-03T17:00 --account eve").succeeds();

    Ran ran =
        player.type(player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve");

    assertThat(ran.succeeds().err()).contains("court login --account eve --remember lets it");
  }

  @Test
  void a_booking_of_another_says_whose_it_is() {
    twoPeople();

    type("retry 1")
        .failsWith(
            ExitCodes.UNKNOWN_ID, "booking 1 is one of account eve: name it with --account eve");
  }
}
