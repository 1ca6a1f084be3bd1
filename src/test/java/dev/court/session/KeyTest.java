package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changing the key, at every instant at which that may be cut short, and losing it. */
class KeyTest {
  private static final String NAME = "player@example.com";

  @TempDir Path home;
  private Evening evening;
  private Path file;
  private Secret old;

  /** Two accounts are signed in, the second with credentials that are remembered. */
  @BeforeEach
  void comes() {
    evening = Evening.at(home).wants("1,2");
    login("--remember", "--account", "second");
    file = home.resolve("key");
    old = key();
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  private void login(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "login";
    System.arraycopy(options, 0, line, 1, options.length);
    evening.player.type(NAME + "\nsandbox\n", line).succeeds();
  }

  private Secret key() {
    return KeyFile.read(file).orElseThrow();
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" "));
  }

  private Ran rotate() {
    return court("key rotate");
  }

  /** Opens each text that is sealed, credentials too. */
  private void assertAllOpens() {
    assertThat(court("key new").succeeds().err()).contains("nothing to forget");
    court("refresh-token").succeeds();
    court("refresh-token --account second").succeeds();
  }

  private void assertOpensNothing(Secret key) {
    evening.player.with("COURT_KEY", key.reveal());
    court("refresh-token").failsWith(7, "does not open with this key", "court key new");
    court("refresh-token --account second").failsWith(7, "does not open with this key");
    evening.player.with("COURT_KEY", null);
  }

  @Test
  void a_rotation_seals_everything_of_all_accounts_with_a_new_key() throws IOException {
    Ran ran = rotate().succeeds();

    assertThat(ran.err()).isEqualTo("Everything is sealed with a new key, in " + file + ".\n");
    assertThat(ran.out()).isEmpty();
    assertThat(key()).isNotEqualTo(old);
    assertThat(Keyset.size(key())).isEqualTo(1);
    assertOpensNothing(old);
    assertAllOpens();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void remembered_credentials_still_sign_in_after_a_rotation() {
    rotate().succeeds();
    evening.player.endSessions();

    court("refresh-token --account second").succeeds();
  }

  @Test
  void a_booking_is_made_after_a_rotation_as_before() {
    rotate().succeeds();

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
  }

  @Test
  void a_rotation_killed_while_the_file_was_written_has_changed_nothing() throws IOException {
    Files.writeString(home.resolve("key.new"), "{\"primaryKeyId\":12");

    assertAllOpens();
    rotate().succeeds();

    assertThat(home.resolve("key.new")).doesNotExist();
    assertOpensNothing(old);
    assertAllOpens();
  }

  @Test
  void a_rotation_killed_before_anything_was_sealed_anew_is_finished_by_the_next() {
    Secret both = Keyset.withNewPrimary(old);
    KeyFile.replace(file, both);

    assertAllOpens();
    rotate().succeeds();

    assertThat(key()).isEqualTo(Keyset.primaryOnly(both));
    assertOpensNothing(old);
    assertAllOpens();
  }

  @Test
  void a_rotation_killed_before_the_old_key_was_dropped_is_finished_by_the_next() {
    Secret both = Keyset.withNewPrimary(old);
    KeyFile.replace(file, both);
    rotate().succeeds();
    KeyFile.replace(file, both);

    assertAllOpens();
    rotate().succeeds();

    assertThat(key()).isEqualTo(Keyset.primaryOnly(both));
    assertAllOpens();
  }

  @Test
  void what_was_sealed_by_both_keys_is_sealed_by_the_new_one() {
    Secret both = Keyset.withNewPrimary(old);
    KeyFile.replace(file, both);
    court("refresh-token").succeeds();

    rotate().succeeds();

    assertAllOpens();
  }

  @Test
  void a_rotation_with_the_wrong_key_changes_nothing() {
    Secret other = Keyset.create();
    KeyFile.replace(file, other);

    rotate().failsWith(7, "does not open with this key");

    assertThat(key()).isEqualTo(other);
    KeyFile.replace(file, old);
    assertAllOpens();
  }

  @Test
  void a_rotation_without_the_key_names_the_way_out() throws IOException {
    Files.delete(file);

    rotate().failsWith(7, "is missing", "court key new");

    assertThat(file).doesNotExist();
  }

  @Test
  void a_key_in_the_environment_cannot_be_changed_there() throws IOException {
    evening.player.with("COURT_KEY", old.reveal());
    Files.delete(file);

    rotate().failsWith(2, "--to-file FILE", "set COURT_KEY");

    evening.player.with("COURT_KEY", null);
    KeyFile.replace(file, old);
    court("key rotate --to-file " + home.resolve("other")).failsWith(2, "leave out --to-file");
    assertAllOpens();
  }

  private Path inTheEnvironment() throws IOException {
    evening.player.with("COURT_KEY", old.reveal());
    Files.delete(file);
    return home.resolve("next");
  }

  @Test
  void a_key_in_the_environment_is_rotated_by_way_of_a_file() throws IOException {
    Path next = inTheEnvironment();

    Ran ran = court("key rotate --to-file " + next).succeeds();

    assertThat(ran.err()).contains("Set COURT_KEY").doesNotContain("keyData");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(next)))
        .isEqualTo("rw-------");
    assertOpensNothing(old);
    evening.player.with("COURT_KEY", Files.readString(next));
    assertAllOpens();
    assertThat(file).doesNotExist();
  }

  /** The new key is written before anything is sealed with it. */
  @Test
  void a_rotation_whose_file_cannot_be_written_seals_nothing_anew() throws IOException {
    Path folder = Files.writeString(inTheEnvironment(), "a file, not a folder");

    court("key rotate --to-file " + folder.resolve("key")).failsWith(7, "cannot write key file");

    assertAllOpens();
  }

  @Test
  void a_rotation_to_a_file_that_was_killed_is_finished_from_either_key() throws IOException {
    Path next = inTheEnvironment();
    Secret both = Keyset.withNewPrimary(old);
    KeyFile.replace(next, both);
    assertAllOpens();

    court("key rotate --to-file " + next).succeeds();
    KeyFile.replace(next, both);
    court("key rotate --to-file " + next).succeeds();
    KeyFile.replace(next, both);
    evening.player.with("COURT_KEY", both.reveal());
    assertAllOpens();
    court("key rotate --to-file " + next).succeeds();

    assertThat(KeyFile.read(next)).contains(Keyset.primaryOnly(both));
    evening.player.with("COURT_KEY", Keyset.primaryOnly(both).reveal());
    assertAllOpens();
  }

  @Test
  void a_file_with_another_key_is_not_written_over() throws IOException {
    Path next = inTheEnvironment();
    Secret other = Keyset.create();
    KeyFile.replace(next, other);

    court("key rotate --to-file " + next).failsWith(2, "has another key", "name a new file");

    assertThat(KeyFile.read(next)).contains(other);
    assertAllOpens();
  }

  @Test
  void after_a_lost_key_one_begins_anew_and_keeps_schedules_and_history() throws IOException {
    evening.runDue().succeeds();
    String history = court("history -o json").out();
    String schedules = court("list --all -o json").out();
    Files.delete(file);

    Ran ran = court("key new --yes").succeeds();

    assertThat(ran.err())
        .contains("Forgotten: sign-in of default, second.", "a new key", "court login");
    assertThat(court("history -o json").out()).isEqualTo(history);
    assertThat(court("list --all -o json").out()).isEqualTo(schedules);
    court("refresh-token").failsWith(4, "court login");
    login();
    court("refresh-token").succeeds();
  }

  @Test
  void a_damaged_key_file_is_replaced() throws IOException {
    for (String damaged : List.of("", "hunter2", "{\"primaryKeyId\": 1}")) {
      Files.writeString(file, damaged);
      court("refresh-token").failsWith(7, "key");

      court("key new --yes").succeeds();

      login();
      court("refresh-token").succeeds();
    }
  }

  @Test
  void a_key_that_others_can_read_is_not_a_lost_one() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    court("key new --yes").failsWith(7, "chmod 600");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertAllOpens();
  }

  @Test
  void with_another_key_only_what_it_does_not_open_is_forgotten() {
    KeyFile.replace(file, Keyset.create());
    login("--account", "third");
    Secret present = key();

    assertThat(court("key new --yes").succeeds().err()).contains("sign-in of default, second.");

    assertThat(key()).isEqualTo(present);
    court("refresh-token --account third").succeeds();
    login("--remember");
    court("refresh-token").succeeds();
  }

  @Test
  void a_useless_key_in_the_environment_is_for_the_person_to_mend() {
    evening.player.with("COURT_KEY", "hunter2");

    Ran ran = court("key new --yes");

    ran.failsWith(7, "COURT_KEY");
    assertThat(ran.err()).doesNotContain("hunter2");
    evening.player.with("COURT_KEY", null);
    assertAllOpens();
  }

  @Test
  void nothing_is_forgotten_without_a_yes() throws IOException {
    Files.delete(file);

    court("key new").failsWith(2, "add --yes");
    assertThat(evening.player.atTerminal("n\n", "key", "new").code()).isEqualTo(2);

    KeyFile.replace(file, old);
    assertAllOpens();
    Files.delete(file);
    evening.player.atTerminal("y\n", "key", "new").succeeds();
    login();
  }

  @Test
  void nothing_is_forgotten_while_the_key_is_good() {
    assertAllOpens();

    assertThat(key()).isEqualTo(old);
  }
}
