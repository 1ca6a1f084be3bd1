package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two bookings of one opening, and something else in the place of the first one's shot file. */
class ShotFileFaultsTest {
  @TempDir Path home;
  private Evening evening;
  private Path bad;

  @BeforeEach
  void comes() throws IOException {
    evening = Evening.at(home).wants("1").wants("2");
    bad = Files.createDirectories(home.resolve("shots")).resolve("1");
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "pipe", "itself", "/dev/zero", "/dev/full", "nowhere", "file"})
  void costs_its_own_booking_alone(String what) throws Exception {
    make(what);

    Ran ran = evening.runDue();

    ran.failsWith(ExitCodes.SETUP, "cannot write " + bad, "move it away");
    assertThat(ran.err()).as("names it once").doesNotContain("(" + bad);
    assertThat(ran.out().lines()).singleElement().asString().startsWith("booked");
    assertThat(statuses()).containsExactly("pending", "success");
    assertThat(evening.held()).containsExactly("Court 2");
    assertThat(evening.booking().get("last_error").toString()).contains("cannot write " + bad);
  }

  @Test
  void is_told_once_and_the_court_is_booked_when_it_is_gone() throws Exception {
    make("folder");
    evening.runDue();

    Ran again = evening.aMinuteLater();

    assertThat(again.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(again.err() + again.out()).isEmpty();
    Files.delete(bad);
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void of_a_run_before_the_opening_does_not_let_the_next_one_ask_too_early() throws Exception {
    evening.player.court("remove", "2", "--yes").succeeds();
    make("folder");
    evening.runDue();
    Files.delete(bad);

    evening.after(Duration.ofSeconds(15));

    assertThat(evening.shots())
        .allSatisfy(shot -> assertThat(shot.at()).isAfterOrEqualTo(Evening.OPENING));
    assertThat(evening.booking()).containsEntry("status", "success");
  }

  private void make(String what) throws Exception {
    switch (what) {
      case "folder" -> Files.createDirectory(bad);
      case "pipe" ->
          assertThat(new ProcessBuilder("mkfifo", bad.toString()).start().waitFor()).isZero();
      case "nowhere" -> Files.createSymbolicLink(bad, home.resolve("not there"));
      case "file" -> Files.createSymbolicLink(bad, Files.createFile(home.resolve("another file")));
      case "itself" -> Files.createSymbolicLink(bad, bad);
      default -> Files.createSymbolicLink(bad, Path.of(what));
    }
  }

  private List<Object> statuses() {
    return evening.bookings().stream().map((Map<String, Object> row) -> row.get("status")).toList();
  }
}
