package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Interruption;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A removal is taken back. */
class ResumeRemovedTest extends WithEvening {
  private Ran type(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private List<String> statuses(int first) {
    return evening.bookings().stream()
        .limit(first)
        .map(row -> row.get("status").toString())
        .toList();
  }

  @Test
  void everything_is_as_it_was() {
    type("add --on we --time 17:00 --from 2026-12-02 --court 1 --name ladder").succeeds();
    type("skip 1 2026-12-09").succeeds();
    List<?> before = evening.bookings();

    assertThat(type("remove 1 --yes").succeeds().err()).isEqualTo("Undo with: court resume 1\n");
    assertThat(type("list --all").out()).contains("ladder", "cancelled");
    type("edit 1 --court 2")
        .failsWith(ExitCodes.UNKNOWN_ID, "schedule 1 was removed: court resume 1 brings it back");
    Ran resumed = type("resume 1");

    assertThat(resumed.succeeds().out())
        .startsWith("Resumed schedule 1: every Wednesday at 17:00, except 9 Dec 2026, Court 1");
    assertThat(resumed.err()).isEmpty();
    assertThat(evening.bookings()).isEqualTo(before);
    evening.runDue().succeeds();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void what_is_booked_is_its_own_and_not_booked_again() {
    type("add --on we --time 17:00 --duration 60 --strategy split --court 1 --from 2026-12-02")
        .succeeds();
    evening.runDue().succeeds();
    assertThat(statuses(3)).containsExactly("success", "pending", "pending");

    type("remove 1 --yes").succeeds();
    assertThat(statuses(3)).containsExactly("success", "cancelled", "cancelled");
    evening.after(Duration.ofDays(1));
    evening.player.signIn();
    type("resume 1").succeeds();
    assertThat(type("resume 1").succeeds().out()).startsWith("Resumed schedule 1");
    evening.aMinuteLater().succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(statuses(3)).containsExactly("success", "success", "pending");
    assertThat(evening.held()).containsExactly("Court 1", "Court 1");
  }

  @Test
  void what_a_run_books_between_the_removal_and_its_undo_is_booked_once() {
    evening.wants("1,2");
    evening.player.waitingBy(
        new Interruption(
            evening.player.clock,
            Instant.MIN,
            () -> Stream.of("remove 1 --yes", "resume 1").forEach(this::type)));
    evening.runDue().succeeds();
    evening.player.waitingBy(evening.player.clock);

    type("remove 1 --yes").succeeds();
    type("resume 1").succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(evening.booking()).containsEntry("status", "success");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_claim_that_was_given_back_meanwhile_is_wanted_again() {
    evening.wants("1,2");
    evening.player.waitingBy(
        new Interruption(
            evening.player.clock,
            Instant.MIN,
            () -> {
              type("remove 1 --yes");
              evening.player.signal().raise();
            }));
    evening.runDue();
    evening.player.waitingBy(evening.player.clock);
    assertThat(evening.booking()).containsEntry("status", "cancelled");

    type("resume 1").succeeds();
    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_pause_is_still_there_and_so_is_what_is_asked_for_at_the_same_time() {
    evening.wants("1");
    type("pause 1").succeeds();
    type("remove 1 --yes").succeeds();
    evening.wants("2");

    assertThat(type("resume 1").succeeds().err())
        .contains("schedule 1 was paused when it was removed, and is again: court resume 1 once");
    assertThat(type("list --status paused -o json").rows()).hasSize(1);
    assertThat(type("resume 1").succeeds().err()).isEmpty();
  }

  @Test
  void what_is_over_and_what_never_was_is_told() {
    evening.wants("1");
    type("remove 1 --yes").succeeds();
    type("resume 1 2").failsWith(ExitCodes.UNKNOWN_ID, "no schedule 2");
    assertThat(evening.booking()).containsEntry("status", "cancelled");
    evening.player.clock.advance(Duration.ofDays(8));

    type("resume 1")
        .failsWith(ExitCodes.USAGE, "schedule 1 has no time ahead: there is nothing to bring back");
  }
}
