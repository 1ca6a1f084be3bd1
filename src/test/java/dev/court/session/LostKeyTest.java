package dev.court.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.cli.ExitCodes;
import dev.court.secret.KeyFile;
import dev.court.secret.Keyset;
import dev.court.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session whose key is gone, or another one: it is not alive, and no run calls it well. */
class LostKeyTest {
  private static final String MISSING = "the key that sealed the tokens is missing: put back ";

  @TempDir Path home;
  private Evening evening;
  private Path file;
  private Secret old;

  @BeforeEach
  void comes() throws IOException {
    evening = Evening.at(home);
    file = home.resolve("key");
    old = KeyFile.read(file).orElseThrow();
    Files.delete(file);
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth",
        "auth -o json",
        "run-due",
        "refresh-token",
        "refresh-token --if-older-than 20m",
        "key rotate"
      })
  void is_told_with_the_remedy_and_no_other_key_is_made(String line) {
    court(line).failsWith(ExitCodes.SETUP, MISSING + file, "COURT_KEY", "key new", "court login");

    assertThat(file).doesNotExist();
  }

  @Test
  void a_sign_in_makes_no_other_key_either() {
    evening
        .player
        .type("player@example.com\nsandbox\n", "login")
        .failsWith(ExitCodes.SETUP, MISSING + file);
    evening
        .player
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token")
        .failsWith(ExitCodes.SETUP, MISSING + file);

    assertThat(file).doesNotExist();
  }

  @Test
  void doctor_tells_it() {
    Ran ran = court("doctor --offline");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.out()).contains("the key that sealed the tokens is missing");
  }

  @Test
  void what_is_due_is_not_begun_and_is_booked_when_the_key_is_back() {
    evening.wants("1,2");

    evening.runDue().failsWith(ExitCodes.SETUP, MISSING + file);
    KeyFile.replace(file, old);

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");
  }

  @Test
  void each_run_fails_and_says_so_twice_a_day() {
    assertThat(evening.runDue().err()).contains(MISSING);
    for (int minute = 0; minute < 5; minute++) {
      Ran ran = evening.aMinuteLater();
      assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
      assertThat(ran.err()).isEmpty();
    }
    assertThat(evening.after(Duration.ofHours(12)).err()).containsOnlyOnce(MISSING);
  }

  @Test
  void another_key_is_not_the_one() {
    KeyFile.replace(file, Keyset.create());

    court("auth").failsWith(ExitCodes.SETUP, "does not open with this key", "court key new");
    evening.wants("1");
    Ran ran = evening.runDue();
    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.err()).contains("does not open with this key");
  }

  @Test
  void one_that_others_can_read_is_no_key() throws IOException {
    KeyFile.replace(file, old);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    court("run-due").failsWith(ExitCodes.SETUP, "is open to others: run chmod 600");
    court("auth").failsWith(ExitCodes.SETUP, "is open to others: run chmod 600");
  }

  @Test
  void nobody_who_is_signed_out_needs_one() {
    court("logout");

    assertThat(court("run-due").code()).isEqualTo(ExitCodes.DONE);
    assertThat(court("auth").code()).isEqualTo(ExitCodes.SIGN_IN);
  }
}
