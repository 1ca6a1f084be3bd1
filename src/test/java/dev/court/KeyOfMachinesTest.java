package dev.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key that two machines have, and another one, on one PostgreSQL. */
@Tag("postgres")
class KeyOfMachinesTest extends WithTwoMachines {
  private Path key;

  @BeforeEach
  void a_booking() {
    key = home.resolve("key");
    evening.wants("1");
  }

  @Test
  void a_rotation_is_refused_before_the_new_key_was_given_away() {
    evening
        .player
        .court("key", "rotate")
        .failsWith(7, "other machines have the old key alone", "court key prepare");
    other
        .court("key", "rotate", "--to-file", folder.resolve("next").toString())
        .failsWith(7, "court key prepare");

    assertThat(folder.resolve("next")).doesNotExist();
    bothRefresh();
  }

  @Test
  void each_machine_opens_what_the_other_has_sealed_at_each_step() throws IOException {
    assertThat(evening.player.court("key", "prepare").succeeds().err()).contains("each machine");
    bothRefresh();
    other.with("COURT_KEY", Files.readString(key));
    bothRefresh();
    evening.player.court("key", "rotate").succeeds();
    bothRefresh();
    // The other machine has both keys still, of which the old one is the first.
    bothRefresh();
    other.with("COURT_KEY", Files.readString(key));
    bothRefresh();
    assertThat(evening.runDue().succeeds()).isNotNull();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_machine_that_missed_the_first_step_says_what_is_missing_and_loses_nothing()
      throws IOException {
    evening.player.court("key", "prepare").succeeds();
    String both = Files.readString(key);
    evening.player.court("key", "rotate").succeeds();

    other.court("refresh-token").failsWith(7, "does not open with this key, which is ", "but with");
    other.court("run-due").failsWith(7, "does not open with this key");
    other
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token")
        .failsWith(7, "does not open with this key");
    assertThat(evening.booking()).containsEntry("status", "pending");

    other.with("COURT_KEY", both);
    bothRefresh();
  }

  @Test
  void a_machine_with_a_key_of_its_own_seals_nothing_over_what_the_others_have() {
    Player stranger = evening.player.atOtherMachine(folder.resolve("three"));

    stranger
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token")
        .failsWith(7, "the key that sealed the tokens is missing");
    bothRefresh();
  }

  @Test
  void a_rotation_waits_for_each_machine_that_was_seen_and_has_not_the_new_key()
      throws IOException {
    other.with("DYNO", "worker.2");
    other.court("run-due").succeeds();
    evening.runDue().succeeds();
    evening.player.court("key", "prepare").succeeds();

    evening
        .player
        .court("key", "rotate")
        .failsWith(7, "is not at run-due of worker.2 (seen ", "court key prepare", "--yes");
    bothRefresh();

    String both = Files.readString(key);
    other.with("COURT_KEY", both);
    evening.player.court("key", "rotate").failsWith(7, "worker.2");
    other.court("run-due").succeeds();
    assertThat(evening.player.court("machines", "-o", "json").rows())
        .filteredOn(row -> row.get("name").equals("worker.2"))
        .singleElement()
        .extracting(row -> row.get("keys"))
        .asInstanceOf(LIST)
        .hasSize(2)
        .allMatch(number -> both.contains("\"keyId\":" + number + ","));
    evening.player.court("key", "rotate").succeeds();
    bothRefresh();
  }

  @Test
  void a_machine_that_is_gone_for_good_can_be_left_behind() {
    other.with("DYNO", "worker.2");
    other.court("run-due").succeeds();
    evening.player.court("key", "prepare").succeeds();

    evening.player.court("key", "rotate").failsWith(7, "worker.2");
    evening.player.court("key", "rotate", "--yes").succeeds();

    evening.player.court("refresh-token").succeeds();
    other.court("refresh-token").failsWith(7, "does not open with this key");
  }

  @Test
  void a_rotation_that_has_sealed_everything_is_finished_whoever_was_left_behind()
      throws IOException {
    other.with("DYNO", "worker.2");
    other.court("run-due").succeeds();
    evening.player.court("key", "prepare").succeeds();
    String both = Files.readString(key);
    evening.player.court("key", "rotate", "--yes").succeeds();
    Files.writeString(key, both);

    evening.player.court("key", "rotate").succeeds();
    evening.player.court("refresh-token").succeeds();
  }

  private void bothRefresh() {
    evening.player.court("refresh-token").succeeds();
    other.court("refresh-token").succeeds();
  }
}
