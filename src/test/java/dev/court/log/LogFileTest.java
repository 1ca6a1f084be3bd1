package dev.court.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.court.RealProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private static final String LINE = "a line of 20 letters\n";

  @TempDir Path home;

  @Test
  void appends_to_what_is_there() throws IOException {
    LogFile.in(home).append("one\n");
    LogFile.in(home).append("two\n");

    assertThat(newest()).hasContent("one\ntwo\n");
  }

  @Test
  void is_for_its_owner_only() throws IOException {
    rotated(4);

    for (Path file : LogFile.files(home)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_full_file_is_moved_aside_and_three_generations_are_kept() throws IOException {
    LogFile log = LogFile.in(home, 2L * LINE.length());

    for (int number = 1; number <= 9; number++) {
      log.append(number + LINE.substring(1));
    }

    assertThat(firstLetters(LogFile.files(home).get(0))).containsExactly("9");
    assertThat(firstLetters(LogFile.files(home).get(1))).containsExactly("7", "8");
    assertThat(firstLetters(LogFile.files(home).get(2))).containsExactly("5", "6");
  }

  @Test
  void a_file_holds_a_megabyte() throws IOException {
    Files.writeString(newest(), "x".repeat((1 << 20) - LINE.length()));
    LogFile.in(home).append(LINE);
    assertThat(LogFile.files(home).get(1)).doesNotExist();

    LogFile.in(home).append(LINE);

    assertThat(LogFile.files(home).get(1)).hasSize(1 << 20);
    assertThat(newest()).hasContent(LINE);
  }

  @Test
  void a_text_larger_than_the_limit_is_written_all_the_same() throws IOException {
    LogFile.in(home, 10).append(LINE);

    assertThat(newest()).hasContent(LINE);
  }

  @Test
  void a_home_that_is_not_there_is_not_made() {
    Path absent = home.resolve("absent");

    LogFile.in(absent).append(LINE);

    assertThat(absent).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_home_that_cannot_be_written_costs_nothing() {
    assertThatCode(() -> LogFile.in(Path.of("/proc")).append(LINE)).doesNotThrowAnyException();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_full_disk_costs_nothing() throws IOException {
    Files.createSymbolicLink(newest(), Path.of("/dev/full"));

    assertThatCode(() -> LogFile.in(home).append(LINE)).doesNotThrowAnyException();
  }

  @Test
  void a_log_that_cannot_be_opened_or_moved_costs_nothing() throws IOException {
    Files.createDirectories(newest().resolve("in the way"));

    assertThatCode(() -> LogFile.in(home, 10).append(LINE)).doesNotThrowAnyException();
  }

  @Test
  void a_thread_that_was_interrupted_still_writes() {
    Thread.currentThread().interrupt();
    try {
      LogFile.in(home).append(LINE);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(newest()).hasContent(LINE);
  }

  @Test
  void two_processes_at_once_lose_no_line_and_tear_none() throws IOException {
    int lines = 4000;

    try (RealProcess one = appending("one", lines);
        RealProcess two = appending("two", lines)) {
      assertThat(List.of(one.line(), two.line())).containsOnly("ready");
      one.letGo();
      two.letGo();
      one.ended().succeeds();
      two.ended().succeeds();
    }

    assertThat(LogFile.files(home).get(1)).as("it was rotated").exists();
    assertThat(allLines()).containsExactlyInAnyOrderElementsOf(expected(lines));
  }

  private RealProcess appending(String name, int lines) {
    return RealProcess.start(
        Map.of(), Appending.class, home.toString(), name, Integer.toString(lines));
  }

  private static List<String> expected(int lines) {
    return Stream.of("one", "two")
        .flatMap(
            name -> IntStream.rangeClosed(1, lines).mapToObj(line -> Appending.line(name, line)))
        .toList();
  }

  private List<String> allLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : LogFile.files(home)) {
      if (Files.exists(file)) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private void rotated(int times) {
    LogFile log = LogFile.in(home, LINE.length());
    for (int time = 0; time <= times; time++) {
      log.append(LINE);
    }
  }

  private Path newest() {
    return LogFile.files(home).get(0);
  }

  private static List<String> firstLetters(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.substring(0, 1)).toList();
  }

  /** To open a pipe that nobody reads blocks for ever. */
  @Test
  @Timeout(300)
  void a_pipe_in_the_place_of_the_log_holds_nobody_up(@TempDir Path place) throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", place.resolve("court.log").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();

    LogFile.in(place).append("lost\n");

    assertThat(place.resolve("court.log.1")).doesNotExist();
  }
}
