package dev.court.run.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player;
import dev.court.WithEvening;
import dev.court.cli.ExitCodes;
import dev.court.log.Log;
import dev.court.sandbox.SandboxOptions;
import dev.court.store.Database;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a run leaves word that there is nothing to do, for how long, and what makes it void. */
class IdleNoteTest extends WithEvening {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @TempDir Path elsewhere;
  private Player player;

  @BeforeEach
  void a_launcher_and_a_booking_of_next_week() throws IOException {
    player = evening.player;
    Path launcher = Files.writeString(elsewhere.resolve("court"), "the launcher");
    player.with("COURT_LAUNCHER", launcher.toString());
    evening.adds("--at", "2026-12-09T17:00", "--court", "1,2", "--name", "next week");
  }

  private Instant now() {
    return player.clock.instant();
  }

  private Optional<Instant> held() {
    return new IdleNote(home).heldUntil(now());
  }

  private void idles() {
    assertThat(evening.runDue().succeeds().out()).isEmpty();
    assertThat(held()).as("after a run with nothing to do").isPresent();
  }

  @Test
  void nothing_is_to_be_done_for_ten_minutes_at_most() {
    idles();
    assertThat(held()).contains(now().plus(LONGEST));
    player.clock.advance(LONGEST.minusSeconds(1));
    assertThat(held()).isPresent();
    player.clock.advance(Duration.ofSeconds(1));
    assertThat(held()).isEmpty();
  }

  @Test
  void the_next_opening_is_met_by_a_run_that_has_its_time_before_it() {
    Instant opening = Evening.OPENING.plus(Duration.ofMinutes(5));
    player.court("config", "set", "slot", "PT5M").succeeds();
    evening.adds("--at", "2026-12-02T17:05", "--court", "1", "--duration", "5");
    idles();
    assertThat(held()).contains(opening.minusSeconds(75));
  }

  @Test
  void old_tokens_are_refreshed_in_time() {
    Instant signedIn = now();
    player.clock.advance(Duration.ofMinutes(12));
    idles();
    assertThat(held()).contains(signedIn.plus(Duration.ofMinutes(20)));
  }

  @Test
  void what_was_booked_is_in_nobodys_way() {
    evening.wants("1");
    assertThat(evening.runDue().succeeds().out()).contains("booked");
    // The end of a run that has claimed something changes the database once more.
    assertThat(held()).isEmpty();
    player.clock.advance(Duration.ofMinutes(1));
    idles();
  }

  @Test
  void an_unknown_outcome_is_looked_up_by_each_run() {
    evening.wants("1").but("drop-answer=2,list-404");
    assertThat(evening.runDue().code()).isEqualTo(ExitCodes.UNCLEAR);
    assertThat(held()).isEmpty();
    assertThat(evening.aMinuteLater().code()).isEqualTo(ExitCodes.UNCLEAR);
    assertThat(held()).isEmpty();
  }

  @Test
  void what_is_told_by_each_run_goes_on_to_be_told() {
    player.court("logout").succeeds();
    assertThat(evening.runDue().code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--within=5m", "--give-up=5m", "--only=1", "--account=default --only=1"})
  void a_run_with_options_says_nothing_of_one_without(String options) {
    evening.runDue(options.split(" ")).succeeds();
    assertThat(held()).isEmpty();
  }

  @Test
  void a_ping_wants_each_run() {
    player.with("COURT_PING_URL", "http://127.0.0.1:9/");
    evening.runDue();
    assertThat(held()).isEmpty();
  }

  @Test
  void without_the_launcher_nobody_would_read_it() {
    player.with("COURT_LAUNCHER", null);
    evening.runDue().succeeds();
    assertThat(home.resolve("idle")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add --at 2026-12-02T17:00 --court 1",
        "edit 1 --court 2",
        "pause 1",
        "remove 1 --yes",
        "config set window PT169H",
        "config set timezone Europe/Berlin",
        "config set guests 2",
        "key rotate",
        "logout",
        "run-due --only 1",
        "refresh-token"
      })
  void whatever_a_command_may_have_changed_makes_it_void(String line) {
    idles();
    player.court(line.split(" ")).succeeds();
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --bookings",
        "next",
        "show 1",
        "calendar",
        "history",
        "export -o json",
        "accounts",
        "run-due --dry-run"
      })
  void a_command_that_only_reads_leaves_it_valid(String line) {
    idles();
    player.court(line.split(" ")).succeeds();
    assertThat(held()).isPresent();
  }

  @Test
  void a_clock_that_was_set_back_makes_it_void() {
    idles();
    player.clock.advance(Duration.ofSeconds(-1));
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"court.mv.db", "key", "config.json", "../launcher"})
  void a_file_that_was_changed_by_other_means_makes_it_void(String name) throws IOException {
    idles();
    Path file = name.startsWith("..") ? elsewhere.resolve("court") : home.resolve(name);
    if (Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    } else {
      Files.writeString(file, "{}");
    }
    assertThat(held()).isEmpty();
  }

  @Test
  void a_restored_copy_of_the_database_makes_it_void() throws IOException {
    Path file = home.resolve("court.mv.db");
    Path copy = Files.copy(file, elsewhere.resolve("copy"));
    idles();
    Files.delete(file);
    Files.move(copy, file);
    assertThat(held()).isEmpty();
  }

  @Test
  void what_changes_while_it_is_made_keeps_it_from_being_made() {
    idles();
    delete();
    Workspace changing =
        new Workspace(
            new Database("jdbc:h2:file:" + home.resolve("court"), Log.NONE),
            SandboxOptions.at(player.clock).venue(),
            () -> {
              touch(home.resolve("court.mv.db"));
              return now();
            },
            "default",
            Log.NONE);
    new LeaveIdleNote(changing, home, Map.of(), Optional.of(new FileStamps(List.of())))
        .leave(Duration.ofSeconds(75));
    assertThat(home.resolve("idle")).doesNotExist();
  }

  @Test
  void a_file_system_that_counts_in_seconds_is_not_trusted() {
    assertThat(
            new FileStamps(List.of("1795932151.954373344 1795932151.954373344 1 2 court.mv.db"))
                .areFine())
        .isTrue();
    assertThat(
            new FileStamps(List.of("1795932151.000000000 1795932151.000000000 1 2 court.mv.db"))
                .areFine())
        .isFalse();
    assertThat(
            new FileStamps(List.of("1795932151.950000000 1795932151.950000000 1 2 court.mv.db"))
                .areFine())
        .isFalse();
    assertThat(new FileStamps(List.of("- - - - court.mv.db")).areFine()).isTrue();
  }

  @Test
  void a_home_that_cannot_be_written_costs_a_start_and_nothing_else() throws IOException {
    Files.createDirectory(home.resolve("idle"));
    evening.runDue().succeeds();
    assertThat(held()).isEmpty();
  }

  @Test
  void doctor_tells_when_cron_came_and_when_java_ran_for_it() throws IOException {
    idles();
    player.clock.advance(Duration.ofMinutes(3));
    Files.setLastModifiedTime(home.resolve("last-visit"), FileTime.from(now().minusSeconds(20)));
    assertThat(player.court("doctor", "--offline").out())
        .contains("run-due last came 20 seconds ago, and Java last ran for it 3 minutes ago");
  }

  @Test
  void doctor_warns_of_a_note_that_lies() throws IOException {
    idles();
    String until = String.valueOf(now().plus(LONGEST).getEpochSecond());
    String later = String.valueOf(now().plus(Duration.ofHours(1)).getEpochSecond());
    String note = Files.readString(home.resolve("idle"));
    Files.writeString(home.resolve("idle"), note.replace(until, later));
    assertThat(player.court("doctor", "--offline").out())
        .contains("warning  cron")
        .contains("idle says that there is nothing to do for 1 hour, and there is");
  }

  private void delete() {
    try {
      Files.delete(home.resolve("idle"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
