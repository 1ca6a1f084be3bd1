package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A home or a database that cannot be used: one line, exit code 7, and nothing made worse. */
class BrokenHomeTest extends WithPlayer {
  private static final String[] COMMANDS = {
    "list", "history", "auth", "export", "run-due", "add --at 2026-12-02T17:00", "show 1"
  };

  private void everyCommandFailsWith(String reason) {
    allFailWith(reason, COMMANDS);
  }

  private void allFailWith(String reason, String... commands) {
    for (String line : commands) {
      type(line).failsWith(ExitCodes.SETUP, reason);
    }
  }

  private Path database() {
    return home.resolve("court.mv.db");
  }

  @Test
  void a_home_that_is_a_file_is_told() {
    player.with("COURT_HOME", file("taken", "").toString());

    everyCommandFailsWith("taken is no folder: set COURT_HOME to one");
  }

  @Test
  void a_home_below_a_file_is_told() {
    player.with("COURT_HOME", file("taken", "").resolve("home").toString());

    everyCommandFailsWith("taken");
    type("config set guests 2").failsWith(ExitCodes.SETUP, "taken");
  }

  @Test
  void no_home_at_all_is_told() {
    player.with("XDG_DATA_HOME", null);

    everyCommandFailsWith("neither COURT_HOME nor HOME is set: set COURT_HOME");
    type("config --home " + home).succeeds();
  }

  @Test
  void a_database_of_a_newer_version_is_left_alone() throws SQLException {
    type("add --at 2026-12-02T17:00").succeeds();
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:" + home.resolve("court"), "sa", "")) {
      connection.createStatement().execute("UPDATE schema_version SET version = 999");
    }

    everyCommandFailsWith("it was written by a newer court, install that one");
  }

  @Test
  void a_database_that_was_cut_off_is_not_taken_for_an_empty_one() throws IOException {
    type("add --at 2026-12-02T17:00").succeeds();
    type("add --at 2026-12-03T17:00").succeeds();
    byte[] part = Arrays.copyOf(Files.readAllBytes(database()), 40_000);
    Files.write(database(), part);

    allFailWith("has lost what was written last", "list", "run-due", "add --at 2026-12-02T17:00");

    assertThat(database()).hasBinaryContent(part);
  }

  @Test
  void a_database_of_random_bytes_is_told_and_left_alone() throws IOException {
    Files.createDirectories(home);
    byte[] noise = new byte[40_000];
    new Random(7).nextBytes(noise);
    Files.write(database(), noise);

    everyCommandFailsWith("cannot use the database: ");

    assertThat(database()).hasBinaryContent(noise);
  }

  /** Left out as root, who may read everything. */
  @Test
  void a_database_that_is_closed_to_this_user_is_told() {
    type("add --at 2026-12-02T17:00").succeeds();
    assertThat(database().toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(database()));

    everyCommandFailsWith("this user has no right to read and write " + database());
  }

  /** Left out as root, too. */
  @Test
  void a_home_that_is_closed_to_this_user_is_told() {
    type("add --at 2026-12-02T17:00").succeeds();
    assertThat(home.toFile().setExecutable(false)).isTrue();
    try {
      assumeFalse(Files.isReadable(database()));

      everyCommandFailsWith("is closed to this user: correct its owner or mode");
      assertThat(type("doctor --offline").out())
          .contains("skipped  cron         not looked at, since the home is closed to this user");
    } finally {
      assertThat(home.toFile().setExecutable(true, true)).isTrue();
    }
  }

  @Test
  void a_database_that_is_a_folder_is_told() throws IOException {
    Files.createDirectories(database());

    everyCommandFailsWith("cannot use the database: ");
  }

  @Test
  void a_database_that_no_driver_knows_is_told() {
    player.with("COURT_DB_URL", "jdbc:nope:x");

    everyCommandFailsWith("cannot use the database: No suitable driver found for db_url");
  }

  @Test
  void a_broken_database_does_not_keep_anybody_from_looking_at_rules_and_settings()
      throws IOException {
    Files.createDirectories(database());

    type("preview --on we --time 17:00").succeeds();
    type("config").succeeds();
    type("add --on we --time 17:00 --dry-run").succeeds();
  }

  @Test
  void a_database_elsewhere_is_used() {
    player.with("COURT_DB_URL", "jdbc:h2:file:" + folder.resolve("elsewhere"));

    type("add --at 2026-12-02T17:00").succeeds();

    assertThat(folder.resolve("elsewhere.mv.db")).exists();
    assertThat(database()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "mkfifo %s,               it is a pipe or a device",
    "ln -s /dev/zero %s,      it is a pipe or a device",
    "mkdir %s,                it is a folder",
    "truncate -s 1000001 %s,  it is longer than 1000000 bytes",
    "cp /bin/true %s,         is not text in UTF-8"
  })
  void settings_that_are_no_text_are_told_and_hold_nobody(String maker, String reason)
      throws Exception {
    Files.createDirectories(home);
    make(maker, "config.json");

    everyCommandFailsWith(reason);
    allFailWith(reason, "config", "config set guests 2", "preview --on we --time 17:00");
  }

  @Test
  void a_key_that_is_a_pipe_is_told_and_holds_nobody() throws Exception {
    player.signIn();
    Files.delete(home.resolve("key"));
    make("mkfifo %s", "key");

    allFailWith("key (it is a pipe or a device)", "refresh-token", "key rotate");
  }

  @Test
  void a_lock_that_is_a_pipe_is_told_and_holds_nobody() throws Exception {
    player.signIn();
    Files.delete(home.resolve("refresh.lock"));
    make("mkfifo %s", "refresh.lock");

    allFailWith("refresh.lock: it is no file: move it away", "refresh-token", "logout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"court.log", "court.changes"})
  void a_pipe_in_the_place_of_a_file_that_is_not_needed_holds_nobody(String name) throws Exception {
    player.signIn();
    Files.delete(home.resolve(name));
    make("mkfifo %s", name);

    type("refresh-token").succeeds();
  }

  private void make(String maker, String name) throws Exception {
    String[] line = maker.formatted(home.resolve(name)).split(" ");
    assertThat(new ProcessBuilder(line).start().waitFor()).isZero();
  }

  @Test
  void a_home_may_have_a_long_path() {
    player.with("COURT_HOME", home + "/a-folder-of-a-name".repeat(80)).signIn();

    type("add --at 2026-12-02T17:00").succeeds();

    type("run-due").succeeds();
    assertThat(type("list -o json").rows()).hasSize(1);
  }

  @Test
  void a_home_whose_path_is_too_long_is_told() {
    player.with("COURT_HOME", home + "x".repeat(1_500));

    type("list").failsWith(ExitCodes.SETUP, "is not there");
    type("add --at 2026-12-02T17:00").failsWith(ExitCodes.SETUP, "File name too long");
  }
}
