package dev.court.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path folder;
  private Path home;
  private Player player;

  @BeforeEach
  void comes() throws IOException {
    home =
        Files.createDirectory(
            folder.resolve("home"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    player = new Player(home);
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  @Test
  void finds_nothing_wrong_where_nothing_is() {
    player.signIn().court("add", "--at", "2026-12-02T17:00").succeeds();
    player.court("run-due").succeeds();

    Player.Ran ran = player.court("doctor");

    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out().lines().skip(1)).hasSize(10).allMatch(line -> line.startsWith("ok "));
    assertThat(ran.out())
        .contains("America/New_York, zone data 20", "the clocks change on 2027-03-14")
        .contains("the next opening is in 3 days 5 hours")
        .contains("agrees with the server's");
  }

  @Test
  void says_by_how_much_the_clocks_differ() {
    player.sandbox.faults().add("clock=+1.7s");

    String clock = findings("doctor").get("clock").toString();

    assertThat(clock).contains("ms ahead of ours, give or take", "corrected for");
    assertThat(Integer.parseInt(clock.replaceAll("\\D*(\\d+) ms ahead.*", "$1")))
        .isBetween(1_680, 1_720);
  }

  @Test
  void a_server_that_is_away_is_trouble_that_passes() {
    player.sandbox.close();

    Player.Ran ran = player.court("doctor");

    assertThat(ran.out()).contains("trouble", "does not answer: check the network");
    assertThat(ran.code()).isEqualTo(4);
  }

  @Test
  void nobody_signed_in_is_said_with_the_remedy() {
    assertThat(player.court("doctor", "--offline").code()).isEqualTo(4);
    assertThat(findings("doctor", "--offline").get("session")).contains("court login");
  }

  @Test
  void a_lost_key_is_trouble() throws IOException {
    player.signIn();
    Files.delete(home.resolve("key"));

    assertThat(player.court("doctor", "--offline").code()).isEqualTo(7);
    assertThat(findings("doctor", "--offline").get("key")).contains("is missing");
  }

  @Test
  void settings_that_cannot_be_read_are_a_finding() throws IOException {
    Files.writeString(home.resolve("config.json"), "{oops");

    assertThat(player.court("doctor").code()).isEqualTo(7);
    assertThat(findings("doctor").get("settings")).contains("config.json");
  }

  @Test
  void a_home_that_others_can_read_is_worth_a_warning_only() throws IOException {
    player.signIn();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));

    assertThat(findings("doctor", "--offline").get("home")).contains("warning", "chmod 700");
    assertThat(player.court("doctor", "--offline").code()).isZero();
  }

  @Test
  void a_cron_that_does_not_come_is_noticed() {
    player.signIn().court("run-due").succeeds();
    player.clock.advance(Duration.ofMinutes(10));

    assertThat(findings("doctor", "--offline").get("cron"))
        .contains("warning", "last ran 10 minutes ago");
  }

  @Test
  void makes_nothing() throws IOException {
    player.with("COURT_HOME", folder.resolve("none").toString());

    assertThat(player.court("doctor", "--offline").out()).contains("is not there yet");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  /** Verdict and message by subject. */
  private Map<String, String> findings(String... line) {
    String[] json = Arrays.copyOf(line, line.length + 2);
    json[line.length] = "-o";
    json[line.length + 1] = "json";
    return player.court(json).rows().stream()
        .collect(
            toMap(
                row -> row.get("subject").toString(),
                row -> row.get("verdict") + ": " + row.get("message")));
  }
}
