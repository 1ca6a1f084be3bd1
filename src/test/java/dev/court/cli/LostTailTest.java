package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database file that lost a part of itself. H2 opens an older state of it without a word, so a
 * command either has all that was told, or refuses.
 */
class LostTailTest extends WithPlayer {
  private static final int SCHEDULES = 6;
  private static final int HOLE = 65_536;

  @BeforeEach
  void six_schedules() {
    for (int day = 1; day <= SCHEDULES; day++) {
      type("add --at 2026-12-0" + day + "T17:00").succeeds();
    }
  }

  private static Stream<Named<UnaryOperator<byte[]>>> damages() {
    Stream<Named<UnaryOperator<byte[]>>> cuts =
        Stream.of(1, 2, 100, 4_095, 4_096, 4_097, 8_192, 20_000, 60_000)
            .map(bytes -> Named.of(bytes + " bytes less", file -> without(file, bytes)));
    Stream<Named<UnaryOperator<byte[]>>> holes =
        IntStream.range(0, 14)
            .mapToObj(
                number ->
                    Named.of(
                        "a hole " + number * HOLE / 4 + " before the end",
                        file -> withHole(file, file.length - HOLE - number * HOLE / 4)));
    return Stream.concat(Stream.concat(cuts, holes), emptied());
  }

  private static Stream<Named<UnaryOperator<byte[]>>> emptied() {
    return Stream.of(
        Named.of("nothing left", file -> new byte[0]),
        Named.of("zeros only", file -> new byte[file.length]),
        Named.of("the first half", file -> Arrays.copyOf(file, file.length / 2)));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("damages")
  void a_list_is_whole_or_refused(UnaryOperator<byte[]> damage) throws IOException {
    byte[] left = damaged(damage);

    Ran listed = court("list", "-o", "json");

    assertRefusedOr(listed, left, () -> assertThat(listed.rows()).hasSize(SCHEDULES));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("damages")
  void an_id_is_not_given_twice(UnaryOperator<byte[]> damage) throws IOException {
    byte[] left = damaged(damage);

    Ran added = type("add --at 2026-12-09T17:00");

    assertRefusedOr(added, left, () -> assertListIsWholeOrRefused(SCHEDULES + 1));
  }

  @Test
  void an_older_copy_is_refused_by_every_command() throws IOException {
    byte[] older = Files.readAllBytes(database());
    type("add --at 2026-12-09T17:00").succeeds();
    Files.write(database(), older);

    for (String line :
        List.of("list", "run-due", "add --at 2026-12-10T17:00", "export", "history", "auth")) {
      type(line).failsWith(ExitCodes.SETUP, "court backup restore");
    }

    assertThat(database()).hasBinaryContent(older);
  }

  @Test
  void a_database_that_is_gone_is_not_made_anew() throws IOException {
    Files.delete(database());

    type("list").failsWith(ExitCodes.SETUP, "court backup restore");
    type("add --at 2026-12-10T17:00").failsWith(ExitCodes.SETUP, "court backup restore");

    assertThat(database()).doesNotExist();
  }

  @Test
  void what_is_left_is_used_once_a_person_says_so() throws IOException {
    byte[] older = Files.readAllBytes(database());
    type("add --at 2026-12-09T17:00").succeeds();
    Files.write(database(), older);

    type("backup accept").failsWith(ExitCodes.USAGE, "add --yes");
    type("backup accept --yes").succeeds();

    assertThat(court("list", "-o", "json").rows()).hasSize(SCHEDULES);
    assertThat(type("backup accept").succeeds().err()).contains("nothing to accept");
  }

  @Test
  void an_emptied_database_is_begun_anew_once_a_person_says_so() throws IOException {
    damaged(file -> new byte[0]);

    type("backup accept --yes").succeeds();

    assertThat(type("add --at 2026-12-10T17:00").succeeds().out()).contains("Schedule 1");
  }

  @Test
  void a_number_that_is_damaged_does_not_stop_anybody() throws IOException {
    for (String damage : List.of("", "abc", "-1")) {
      Files.writeString(number(), damage);

      type("list").succeeds();
    }
    Files.delete(number());
    Files.createDirectory(number());
    type("add --at 2026-12-10T17:00").succeeds();
  }

  /** It was taken for a loss, and once that was accepted it left the guard off for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999999999",
        "999999999999999999",
        "99999999999999999999999999",
        "999999999999"
      })
  void a_number_that_no_database_has_is_refused_until_a_person_accepts(String damage)
      throws IOException {
    byte[] older = Files.readAllBytes(database());
    Files.writeString(number(), damage);

    for (String line : List.of("list", "run-due", "add --at 2026-12-10T17:00", "export")) {
      type(line).failsWith(ExitCodes.SETUP, "court backup accept");
    }
    type("backup accept --yes").succeeds();
    type("add --at 2026-12-09T17:00").succeeds();

    assertThat(court("list", "-o", "json").rows()).hasSize(SCHEDULES + 1);
    assertThat(Long.parseLong(Files.readString(number()).strip())).isBetween(1L, 1_000L);
    Files.write(database(), older);
    type("list").failsWith(ExitCodes.SETUP, "has lost what was written last");
  }

  @Test
  void a_number_that_is_damaged_names_the_file() throws IOException {
    Files.writeString(number(), "999999999999999999");

    type("list").failsWith(ExitCodes.SETUP, "court.changes is damaged", "court backup restore");
    type("backup restore --yes").failsWith(ExitCodes.SETUP, "no backup");
  }

  /** So it is when a process is killed between the commit and the number. */
  @Test
  void a_number_that_is_behind_refuses_nothing() throws IOException {
    byte[] behind = Files.readAllBytes(number());
    type("add --at 2026-12-10T17:00").succeeds();
    assertThat(number()).isNotEmptyFile();
    Files.write(number(), behind);

    type("add --at 2026-12-11T17:00").succeeds();

    assertThat(court("list", "-o", "json").rows()).hasSize(SCHEDULES + 2);
    assertThat(Long.parseLong(Files.readString(number()).strip()))
        .isEqualTo(Long.parseLong(new String(behind, StandardCharsets.US_ASCII).strip()) + 2);
  }

  @Test
  void a_run_with_nothing_to_do_does_not_touch_the_number() throws IOException {
    type("run-due");
    FileTime before = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(number(), before);

    type("run-due");

    assertThat(Files.getLastModifiedTime(number())).isEqualTo(before);
  }

  @Test
  void a_pipe_in_the_place_of_the_database_holds_nobody() throws Exception {
    Files.delete(database());
    assertThat(new ProcessBuilder("mkfifo", database().toString()).start().waitFor()).isZero();

    type("list").failsWith(ExitCodes.SETUP, "is no file");
  }

  private Path number() {
    return home.resolve("court.changes");
  }

  private byte[] damaged(UnaryOperator<byte[]> damage) throws IOException {
    return Files.readAllBytes(
        Files.write(database(), damage.apply(Files.readAllBytes(database()))));
  }

  /** A hole may lie where adding does not look. */
  private void assertListIsWholeOrRefused(int expected) {
    Ran listed = court("list", "-o", "json");
    if (listed.code() == ExitCodes.DONE) {
      assertThat(listed.rows())
          .extracting(row -> row.get("id"))
          .doesNotHaveDuplicates()
          .hasSize(expected);
    }
  }

  private void assertRefusedOr(Ran ran, byte[] left, Runnable whole) {
    if (ran.code() == ExitCodes.DONE) {
      whole.run();
    } else {
      ran.failsWith(ExitCodes.SETUP, "database");
      assertThat(database()).hasBinaryContent(left);
    }
  }

  private Path database() {
    return home.resolve("court.mv.db");
  }

  private static byte[] without(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  private static byte[] withHole(byte[] file, int from) {
    byte[] holed = file.clone();
    Arrays.fill(holed, Math.max(0, from), Math.max(0, from) + HOLE, (byte) 0);
    return holed;
  }
}
