package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two machines, each with a home of its own, that share one PostgreSQL and one key. */
@Tag("postgres")
@Tag("long-on-server")
class MachinesTest extends WithTwoMachines {

  @BeforeEach
  void a_booking() {
    evening.wants("1,2");
  }

  @Test
  void see_the_same_schedules() {
    assertThat(other.court("list", "-o", "json").rows()).hasSize(1);
  }

  /** The realm ends the session when a refresh token comes twice. */
  @RepeatedTest(5)
  void refresh_one_after_the_other() {
    assertThat(atOnce("refresh-token")).extracting(Ran::code).containsOnly(0);

    evening.player.court("refresh-token").succeeds();
    assertThat(evening.refreshes()).isEqualTo(4);
  }

  @RepeatedTest(3)
  void book_once_when_both_run() {
    assertThat(atOnce("run-due")).extracting(Ran::code).containsOnly(0);

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @RepeatedTest(3)
  void fill_a_series_once() {
    evening.player.court("add", "--rrule", "FREQ=DAILY", "--time", "08:00").succeeds();
    evening.player.clock.advance(Duration.ofDays(3));

    assertThat(atOnce("list")).extracting(Ran::code).containsOnly(0);
    assertThat(atOnce("run-due")).extracting(Ran::err).allMatch(err -> !err.contains("internal"));

    assertThat(evening.bookings()).doesNotHaveDuplicates();
  }

  /** The server went back to an older state: its owner has restored it. */
  @Test
  void ask_for_nothing_twice_after_the_server_was_restored_and_accepted() {
    evening.runDue().succeeds();
    HomeDatabase.execute(
        home, "UPDATE bookings SET status = 'pending', reservation_id = NULL, attempts = 0");

    assertThat(other.court("backup", "accept", "--yes").succeeds().err())
        .contains("may be made: 1");
    evening.aMinuteLater().succeeds();

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  @Test
  void do_not_go_back_while_one_of_them_is_booking() {
    HomeDatabase.execute(
        home,
        """
        UPDATE bookings SET status = 'in_flight', claimed_by = 'a run of the other machine',
          claimed_until = TIMESTAMP WITH TIME ZONE '2026-11-25T22:01:00Z'
        """);

    other.court("backup", "accept", "--yes").failsWith(5, "a run of court is booking now");

    evening.player.clock.advance(Duration.ofMinutes(3));
    other.court("backup", "accept", "--yes").succeeds();
  }

  @Test
  void say_where_the_backups_are() {
    assertThat(other.court("backup", "list").succeeds().err())
        .contains("on a server, which has its own backups");
    other
        .court("backup", "restore", "--yes")
        .failsWith(7, "restore it there, then run court backup accept --yes");
  }

  private List<Ran> atOnce(String command) {
    var one = BackgroundTask.begin(() -> evening.player.court(command));
    var two = BackgroundTask.begin(() -> other.court(command));
    return List.of(one.join(), two.join());
  }
}
