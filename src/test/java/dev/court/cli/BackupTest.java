package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.WithPlayer;
import dev.court.files.LockFolder;
import dev.court.files.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Backups from day to day, and the way back. */
class BackupTest extends WithPlayer {
  private static final String LATER = "add --at 2027-03-03T17:00";
  private static final String NOTHING_DUE = "run-due --only 2";
  private static final String WEDNESDAY = "add --at " + Evening.FIVE + " --court 1,2";

  @Tag("long")
  @Test
  void a_run_makes_one_a_day_and_keeps_seven() {
    type(WEDNESDAY).succeeds();
    type(LATER).succeeds();
    type("run-due");
    assertThat(type("backup list").succeeds().err()).contains("no backup yet");

    for (int hour = 0; hour < 24 * 9; hour++) {
      player.clock.advance(Duration.ofHours(1));
      type(NOTHING_DUE);
    }

    assertThat(names()).hasSize(7).isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(names().get(0)).startsWith("2026-11-30T");
  }

  @Test
  void nobody_else_can_read_it() throws IOException {
    makeBackup();

    assertThat(mode(backups())).isEqualTo("rwx------");
    assertThat(files())
        .singleElement()
        .satisfies(one -> assertThat(mode(one)).isEqualTo("rw-------"));
  }

  @Test
  void an_older_program_goes_back_to_its_own_backup() throws SQLException {
    type(LATER).succeeds();
    makeBackup();
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:" + home.resolve("court"), "sa", "")) {
      connection.createStatement().execute("UPDATE schema_version SET version = 999");
    }
    type("list").failsWith(ExitCodes.SETUP, "it was written by a newer court");

    type("backup restore --yes").succeeds();

    assertThat(type("list").succeeds().out()).contains("Wed 3 Mar 2027 17:00");
  }

  @Test
  void none_is_made_near_an_opening() {
    type(WEDNESDAY).succeeds();
    type(LATER).succeeds();
    type("run-due");
    player.clock.advance(
        Duration.between(player.clock.instant(), Evening.OPENING.minusSeconds(300)));

    type("run-due");
    assertThat(names()).isEmpty();

    player.clock.advance(Duration.ofMinutes(16));
    type(NOTHING_DUE);
    assertThat(names()).hasSize(1);
  }

  @Tag("long")
  @Test
  void what_cannot_be_written_is_tried_again_in_an_hour() throws IOException {
    type("run-due");
    Files.createDirectories(backups().resolve(".unfinished/folder"));

    for (int minutes : new int[] {120, 1, 1, 60, 1}) {
      player.clock.advance(Duration.ofMinutes(minutes));
      assertThat(type("run-due").succeeds().err()).isEmpty();
    }

    assertThat(names()).isEmpty();
    assertThat(Files.readString(home.resolve("court.log")).split("no backup could be made", -1))
        .hasSize(3);
  }

  @Test
  void after_damage_everything_is_as_it_was() throws IOException {
    type("add --on we,fr --time 17:00 --from 2026-12-01 --court 2,1 --name Ada").succeeds();
    type("skip 1 2026-12-04").succeeds();
    makeBackup();
    List<Map<String, Object>> before = bookings();
    Files.write(database(), Arrays.copyOf(Files.readAllBytes(database()), 20_000));
    type("list").failsWith(ExitCodes.SETUP, "court backup restore");

    type("backup restore").failsWith(ExitCodes.USAGE, "add --yes");
    type("backup restore --yes").succeeds();

    assertThat(bookings()).isEqualTo(before);
    assertThat(mode(database())).isEqualTo("rw-------");
    assertThat(namesInHome())
        .anyMatch(name -> name.matches("court\\.mv\\.db\\.\\d+"))
        .noneMatch(name -> name.contains("restoring"));
    assertThat(type("add --at 2026-12-09T17:00").succeeds().out()).contains("Schedule ");
  }

  @Test
  void a_database_that_is_gone_comes_back() throws IOException {
    type(WEDNESDAY).succeeds();
    makeBackup();
    Files.delete(database());

    type("backup restore --yes").succeeds();

    assertThat(bookingsOf("status")).containsExactly("pending");
  }

  @Test
  void what_was_booked_since_is_found_and_not_booked_again() {
    restoredAfterTheOpening();
    assertThat(bookingsOf("status")).containsExactly("unknown");

    type("run-due").succeeds();

    assertThat(bookingsOf("status")).containsExactly("success");
    assertThat(bookingsOf("booked_court_id")).containsExactly("1");
    assertThat(player.sandbox.reservations()).hasSize(1);
  }

  /** A listing that lags may still show what was given back. */
  @Test
  void what_was_unknown_and_given_back_is_not_taken_for_made_by_hand() {
    restoredAfterTheOpening();
    type("resolve 1 --booked --court 1").succeeds();
    type("cancel 481001 --yes").succeeds();
    type("resume 1").succeeds();
    player.sandbox.holdByHand("1", LocalDateTime.parse(Evening.FIVE), Duration.ofMinutes(30));
    player.clock.advance(Duration.ofMinutes(3));

    assertThat(type("run-due").out()).startsWith("booked").contains("Court 2");
  }

  @Test
  void no_second_court_is_asked_for_while_nobody_knows() {
    restoredAfterTheOpening();
    player.sandbox.faults().add("list-empty");

    for (int minute = 0; minute < 5; minute++) {
      type("run-due");
      player.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(bookingsOf("status")).containsExactly("unknown");
    assertThat(player.sandbox.reservations()).hasSize(1);
  }

  @Test
  void the_only_court_is_asked_for_again() {
    type("add --at " + Evening.FIVE + " --court 2").succeeds();
    makeBackup();
    comesTo(Evening.OPENING.plusSeconds(60));
    player.signIn();

    type("backup restore --yes").succeeds();
    player.signIn();
    type("run-due").succeeds();

    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void what_opens_later_is_booked_as_ever() {
    type(WEDNESDAY).succeeds();
    makeBackup();
    type("backup restore --yes").succeeds();
    comesTo(Evening.OPENING.minusSeconds(50));
    player.signIn();

    type("run-due").succeeds();

    assertThat(bookingsOf("status")).containsExactly("success");
  }

  @Test
  void nothing_is_restored_beside_a_run() throws IOException {
    type(WEDNESDAY).succeeds();
    makeBackup();
    byte[] before = Files.readAllBytes(database());
    try (LockedFile run = new LockFolder(home.resolve("runs")).lock("abc").orElseThrow()) {
      assertThat(run).isNotNull();
      type("backup restore --yes").failsWith(ExitCodes.TEMPORARY, "a run of court is booking");
    }

    assertThat(database()).hasBinaryContent(before);
  }

  @Test
  void a_damaged_backup_changes_nothing() throws IOException {
    type(WEDNESDAY).succeeds();
    makeBackup();
    Path backup = files().get(0);
    byte[] before = Files.readAllBytes(database());
    Files.write(backup, Arrays.copyOf(Files.readAllBytes(backup), 700));

    type("backup restore --yes").failsWith(ExitCodes.SETUP, "backup");

    assertThat(database()).hasBinaryContent(before);
    assertThat(namesInHome()).noneMatch(name -> name.contains("restoring"));
  }

  @Test
  void the_doctor_says_when_the_newest_is_old() {
    makeBackup();
    assertThat(court("doctor", "--offline").out())
        .contains("1 kept, the newest of 2026-11-22T18:01");

    player.clock.advance(Duration.ofDays(4));

    assertThat(court("doctor", "--offline", "-q").out()).contains("warning  backup");
  }

  @Test
  void what_is_not_there_is_told() {
    type("backup restore --yes").failsWith(ExitCodes.SETUP, "there is no backup in ");
    makeBackup();

    type("backup restore --yes 2020-01-01T000000Z")
        .failsWith(ExitCodes.UNKNOWN_ID, "court backup list");
  }

  /** Somebody whose backup is from Sunday; on Wednesday a court was booked, and the disk broke. */
  private void restoredAfterTheOpening() {
    type(WEDNESDAY).succeeds();
    makeBackup();
    String sunday = names().get(0);
    comesTo(Evening.OPENING.minusSeconds(50));
    player.signIn();
    type("run-due").succeeds();
    assertThat(player.sandbox.reservations()).hasSize(1);
    court("backup", "restore", sunday, "--yes").succeeds();
    player.signIn();
  }

  private void makeBackup() {
    type("run-due");
    player.clock.advance(Duration.ofMinutes(61));
    type("run-due");
    assertThat(names()).hasSize(1);
  }

  private void comesTo(Instant instant) {
    player.clock.advance(Duration.between(player.clock.instant(), instant));
  }

  private List<String> names() {
    return court("backup", "list", "-o", "json").rows().stream()
        .map(row -> (String) row.get("name"))
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(backups())) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path backups() {
    return home.resolve("backups");
  }

  private Path database() {
    return home.resolve("court.mv.db");
  }

  private List<String> namesInHome() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
