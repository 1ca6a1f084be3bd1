package dev.court.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program of one's own that is told what happened. */
@DisabledOnOs(OS.WINDOWS)
class CommandChannelTest extends WithPlayer {

  private Path script(String body) {
    Path script = file("tell.sh", "#!/bin/sh\n" + body + "\n");
    try {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return script;
  }

  private void channel(String... line) {
    configFile(
        Json.write(
            Map.of("notify", Map.of("it", Map.of("type", "command", "command", List.of(line))))));
  }

  private Ran books(String name) {
    player.court("add", "--at", "2026-11-24T10:00", "--court", "1", "--name", name).succeeds();
    player.signIn();
    return player.court("run-due").succeeds();
  }

  @Test
  void it_is_told_in_its_environment_and_on_its_standard_input() throws IOException {
    Path told = folder.resolve("told");
    channel(script("env >\"$1\"; cat >\"$1.json\"").toString(), told.toString());

    books("x");

    assertThat(Files.readAllLines(told))
        .contains(
            "COURT_EVENT=booked",
            "COURT_TITLE=Booked: Tue 24 Nov 2026 10:00 EST, Court 1",
            "COURT_BOOKING_ID=1",
            "COURT_SCHEDULE_ID=1",
            "COURT_STATUS=success",
            "COURT_DESIRED_TIME=2026-11-24T10:00:00-05:00",
            "COURT_BOOKED_COURT_ID=1",
            "COURT_COURT_IDS=1",
            "COURT_RESERVATION_ID=481001",
            "COURT_NAME=x",
            "COURT_HOME=" + home)
        .noneMatch(line -> line.startsWith("COURT_LAST_ERROR"));
    assertThat(Files.readString(Path.of(told + ".json"))).contains("\"event\":\"booked\"");
  }

  @Test
  void what_stands_in_a_name_is_never_looked_at_as_a_command() throws IOException {
    Path told = folder.resolve("told");
    Path hurt = folder.resolve("hurt");
    String name = "$(touch " + hurt + ") `touch " + hurt + "`; touch " + hurt + " 'x' \"y\"";
    channel(
        script("printf %s \"$COURT_NAME\" >\"$1\"; printf %s \"$2\" >>\"$1\"").toString(),
        told.toString(),
        "$COURT_NAME;*");

    books(name.length() > 100 ? "$(touch hurt) `touch hurt`; touch hurt" : name);

    assertThat(Files.readString(told)).contains("$(touch ").endsWith("$COURT_NAME;*");
    assertThat(hurt).doesNotExist();
  }

  @Test
  void no_secret_is_in_its_environment() throws IOException {
    Path told = folder.resolve("told");
    player.signIn();
    player
        .with("COURT_KEY", Files.readString(home.resolve("key")).strip())
        .with("NTFY_TOKEN", "tk_secret")
        .with("AWS_SECRET_ACCESS_KEY", "abc")
        .with("COURT_PING_URL", "http://127.0.0.1:1/x")
        .with("LANG", "C.UTF-8")
        .with("PATH", System.getenv("PATH"));
    channel(script("env >\"$1\"").toString(), told.toString());

    player.court("notify", "test").succeeds();

    assertThat(Files.readString(told))
        .contains("COURT_EVENT=test", "LANG=C.UTF-8")
        .doesNotContain("COURT_KEY", "keyData", "tk_secret", "AWS", "COURT_PING_URL");
  }

  @Test
  void one_that_fails_is_told_and_tried_again() {
    channel(script("echo to nobody; exit 3").toString());

    Ran ran = books("x");
    assertThat(ran.err()).isEmpty();

    assertThat(player.court("notify").out()).contains("tell.sh ended with 3");
    assertThat(player.court("notify", "test").code()).isEqualTo(5);
  }

  @Test
  void one_that_is_not_there_is_told() throws IOException {
    channel(folder.resolve("nowhere").toString());
    player.court("list").succeeds();

    Ran ran = player.court("notify", "test");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out()).contains("nowhere cannot be started");
    assertThat(Files.readString(home.resolve("court.log")))
        .contains("nowhere cannot be started (java.io.IOException: ");
    assertThat(player.court("notify").out()).contains("there is no program");
  }

  @Test
  void one_that_does_not_end_is_ended_with_all_that_it_started() throws IOException {
    Path pid = folder.resolve("pid");
    channel(script("sleep 600 & echo $! >\"$1\"; wait").toString(), pid.toString());

    Ran ran = player.notifyingWithin(Duration.ofSeconds(2)).court("notify", "test");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).contains("did not end within 2 seconds, and was ended");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(process -> process.onExit().join());
  }
}
