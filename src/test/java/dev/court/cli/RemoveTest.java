package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveTest extends WithPlayer {

  @BeforeEach
  void threeSchedules() {
    court("add", "--on", "we", "--time", "17:00", "--name", "ladder").succeeds();
    type("add --at 2026-12-04T07:00").succeeds();
    type("add --at 2026-12-05T07:00").succeeds();
  }

  private Object[] statuses() {
    return type("list --all -o json").rows().stream().map(row -> row.get("status")).toArray();
  }

  @Test
  void takes_back_schedules_and_their_bookings() {
    Ran ran = type("remove 1 2 --yes");

    assertThat(ran.succeeds().out().lines())
        .containsExactly(
            "Removed schedule 1: every Wednesday at 17:00, Court 1, else Court 2, 30 minutes",
            "Removed schedule 2: Fri 4 Dec 2026 07:00, Court 1, else Court 2, 30 minutes");
    assertThat(statuses()).containsExactly("cancelled", "cancelled", "pending");
    assertThat(bookingsOf("status")).containsOnlyOnce("pending").contains("cancelled");
  }

  @Test
  void reads_ids_from_a_pipe() {
    Ran ran = player.type("1 2\n\n3\n", "remove", "-", "--yes");

    assertThat(ran.succeeds().out().lines()).hasSize(3);
    assertThat(statuses()).containsOnly("cancelled");
  }

  @Test
  void an_empty_pipe_removes_nothing() {
    assertThat(player.type("", "remove", "-", "--yes").succeeds().out()).isEmpty();

    assertThat(statuses()).containsOnly("pending");
  }

  @Test
  void the_same_id_twice_is_removed_once() {
    assertThat(type("remove 2 2 --yes -q").succeeds().out()).isEmpty();

    assertThat(statuses()).containsExactly("pending", "cancelled", "pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove 1 99 --yes", "remove 99 1 --yes", "remove 1 0 --yes"})
  void one_unknown_id_and_nothing_is_removed(String line) {
    type(line).failsWith(ExitCodes.UNKNOWN_ID, "no schedule ");

    assertThat(statuses()).containsOnly("pending");
  }

  @Test
  void what_was_removed_already_is_not_there() {
    type("remove 2 --yes").succeeds();

    type("remove 2 3 --yes").failsWith(ExitCodes.UNKNOWN_ID, "schedule 2 was removed");

    assertThat(statuses()).containsExactly("pending", "cancelled", "pending");
  }

  @Test
  void where_nobody_can_be_asked_it_wants_a_yes() {
    type("remove 1").failsWith(ExitCodes.USAGE, "nobody can be asked here: add --yes");
    player
        .atTerminal("1\n", "remove", "-")
        .failsWith(ExitCodes.USAGE, "nobody can be asked here: add --yes");

    assertThat(statuses()).containsOnly("pending");
  }

  @Test
  void asks_at_a_terminal_and_shows_what_it_is_about() {
    Ran ran = player.atTerminal("y\n", "remove", "1", "2");

    assertThat(ran.succeeds().err())
        .isEqualTo(
            """
              1: every Wednesday at 17:00 (ladder)
              2: Fri 4 Dec 2026 07:00
            Remove them? [y/N] Undo with: court resume 1 2
            """);
    assertThat(statuses()).containsExactly("cancelled", "cancelled", "pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "yeah\n"})
  void only_a_yes_is_one(String answer) {
    Ran ran = player.atTerminal(answer, "remove", "1");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains("Remove it? [y/N]").endsWith("court: nothing was removed\n");
    assertThat(statuses()).containsOnly("pending");
  }

  @Test
  void asks_nothing_about_what_is_not_there() {
    player.atTerminal("y\n", "remove", "1", "99").failsWith(ExitCodes.UNKNOWN_ID, "no schedule 99");
  }

  @Test
  void points_out_a_reservation_that_stays() {
    bookTuesday();

    Ran ran = type("remove 4 --yes");

    // Two courts were asked for at once, and either may have got the first number.
    assertThat(ran.succeeds().err())
        .matches(
            "note: Court 1 on Tue 24 Nov 2026 10:00 is booked already, for 30 minutes,"
                + " and stays: court cancel 48100[12] gives it up\nUndo with: court resume 4\n");
    assertThat(player.sandbox.reservations()).hasSize(2);
  }
}
