package dev.court.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.Player.Ran;
import dev.court.workspace.LastRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process in place of cron. */
@Tag("any-database")
@Tag("long-on-server")
class WorkerTest {
  @TempDir Path home;
  private Evening evening;
  private WorkerTime time;

  @BeforeEach
  void an_evening() {
    evening = Evening.at(home);
    time = new WorkerTime(evening.player);
  }

  @AfterEach
  void is_over() {
    evening.close();
  }

  @Test
  void a_worker_books_at_the_opening_and_says_so_in_a_line() {
    evening.wants("1,2");

    Ran ran = time.passes(1).works();

    assertThat(ran.succeeds().out().lines())
        .hasSize(5)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("2026-11-25T16:59:10-05:00 started   court"),
            line -> assertThat(line).contains("claimed   1 booking opens, the first Wed 25 Nov"),
            line -> assertThat(line).contains("booked    schedule 1, Wed 2 Dec 2026 17:00 EST"),
            line -> assertThat(line).endsWith(" stopping"),
            line -> assertThat(line).endsWith(" stopped"));
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_worker_serves_all_accounts_and_names_them() {
    evening.player.court("config", "set", "accounts.eve.occupant_id", "133055").succeeds();
    evening.wants("1").adds("--at", Evening.FIVE, "--court", "2", "--account", "eve");
    evening.player.type(
        evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve");

    Ran ran = time.passes(1).works();

    assertThat(ran.succeeds().out())
        .contains("booked    default: schedule 1, ", "booked    eve: schedule 2, ");
    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
  }

  @Test
  void trouble_of_one_account_is_told_and_stops_no_other() {
    evening.wants("1").adds("--at", Evening.FIVE, "--court", "2", "--account", "adam");

    Ran ran = time.passes(1).works();

    assertThat(ran.succeeds().out())
        .contains("booked    default: schedule 1, ")
        .contains("trouble   adam: no occupant id is set for account adam");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_worker_with_nothing_to_do_says_nothing() {
    Ran ran = time.passes(10).works();

    assertThat(ran.succeeds().out().lines()).hasSize(3);
    assertThat(time.pauses()).isEqualTo(11);
  }

  /** The file is not even opened, and doctor sees that the worker lives. */
  @Test
  void minutes_with_nothing_to_do_leave_the_database_alone() {
    List<String> seen = new ArrayList<>();
    time.passes(1);
    for (int minute = 0; minute < 3; minute++) {
      time.then(() -> seen.add(stateOfDatabase()));
    }
    time.then(() -> assertThat(new LastRun(home).at()).contains(evening.player.clock.instant()))
        .works()
        .succeeds();

    assertThat(seen).hasSize(3).containsOnly(seen.get(0));
  }

  private String stateOfDatabase() {
    try {
      Path file = home.resolve("court.mv.db");
      return Files.exists(file)
          ? String.valueOf(Files.getLastModifiedTime(file))
          : HomeDatabase.transact(home, store -> store.nextWork().numberOfChanges()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A booking that is added at the last moment has no time for what Java does the first time. */
  @Test
  void a_worker_rehearses_an_opening_when_it_begins() {
    evening.adds("--at", "2026-12-09T17:00", "--court", "1,2");

    time.passes(1).works().succeeds();

    assertThat(evening.player.sandbox.requests())
        .filteredOn(one -> one.method().equals("GET") && one.path().contains("reservations"))
        .as("listings")
        .hasSize(1);
    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "pending").containsEntry("attempts", 0);
  }

  /** Courts open at full minutes: the processor is theirs. */
  @Test
  void no_run_begins_at_an_opening() {
    List<Instant> runs = new ArrayList<>();
    for (int minute = 0; minute < 3; minute++) {
      time.then(() -> runs.add(new LastRun(home).at().orElseThrow()));
    }

    time.works().succeeds();

    assertThat(runs.subList(1, 3))
        .containsExactly(Evening.OPENING.minusSeconds(45), Evening.OPENING.plusSeconds(15));
  }

  /** Two refreshes at once, in one process and one home. */
  @Test
  void the_sessions_of_two_accounts_are_kept_alive_in_the_same_minute() {
    evening.player.court("config", "set", "accounts.eve.occupant_id", "133055").succeeds();
    evening.player.type(
        evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve");
    evening.player.clock.advance(Duration.ofMinutes(22));
    long before = evening.refreshes();

    time.passes(1).works().succeeds();

    assertThat(evening.refreshes() - before).isEqualTo(2);
    assertThat(evening.player.court("auth", "--account", "eve").succeeds().out()).isNotEmpty();
    assertThat(evening.player.court("auth").succeeds().out()).isNotEmpty();
  }

  @Test
  void an_opening_after_idle_minutes_is_met() {
    evening.player.clock.set(Evening.OPENING.minus(Duration.ofMinutes(8)));
    evening.wants("1,2");

    Ran ran = time.passes(9).works();

    assertThat(ran.succeeds().out()).contains(" booked    schedule 1, ");
    assertThat(evening.booking()).containsEntry("late_ms", 0);
  }

  @Test
  void what_is_added_meanwhile_is_booked_by_the_next_run() {
    time.then(() -> evening.wants("1")).passes(1).works().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void programs_get_an_object_a_line() {
    evening.wants("1,2");

    Ran ran = time.passes(1).works("-o", "ndjson");

    assertThat(ran.out().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"event\":\"booked\"", "\"booking\":{\"id\":1,", "\"late_ms\":"));
  }

  @Test
  void what_is_no_line_is_refused() {
    time.works("-o", "csv").failsWith(2, "-o table or -o ndjson");
    time.works("--drain", "11m").failsWith(2, "ten minutes at most");
  }

  @Test
  void settings_that_changed_hold_from_the_next_run_on() {
    Ran ran =
        time.then(() -> evening.player.court("config", "set", "max_duration", "PT2H"))
            .passes(2)
            .works();

    assertThat(ran.succeeds().out().lines().filter(line -> line.contains("settings"))).hasSize(1);
  }

  @Test
  void settings_that_broke_are_told_once_and_the_old_ones_hold_on() {
    evening.wants("1").player.clock.set(Evening.OPENING.minusSeconds(200));

    Ran ran = time.then(() -> write("{\"guests\": ")).passes(4).works();

    assertThat(ran.succeeds().out().lines().filter(line -> line.contains("trouble")))
        .singleElement()
        .asString()
        .contains("config.json ends in the middle");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  private void write(String config) {
    try {
      Files.writeString(home.resolve("config.json"), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
