package dev.court.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.court.Player.Ran;
import dev.court.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of a home, damaged in each way: a command says the same as before, or refuses in one
 * line and leaves the file alone. {@code -Dcourt.damage=all} tries each command, and cuts the
 * database at each 4,096th byte. Files that must not be read (mode 000) are left out: the tests may
 * run as root, who reads them all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class DamagedHomeTest {
  private static final boolean ALL = "all".equals(System.getProperty("court.damage"));
  private static final int PAGE = 4_096;

  /** In verify the cuts are so many pages apart; near the end of the file they lie close. */
  private static final int PAGES_APART = ALL ? 1 : 40;

  private static final List<String> BOOKINGS = List.of("list --bookings --all -o json");
  private static final Duration TOO_LONG = Duration.ofMinutes(2);

  private Path folder;
  private SoundHome sound;
  private int copies;

  @BeforeAll
  void a_home(@TempDir Path temporary) throws IOException {
    folder = temporary;
    sound = SoundHome.in(folder);
  }

  @AfterAll
  void leaves() {
    sound.close();
  }

  private Stream<Arguments> damages() {
    return sound.files().stream()
        .flatMap(file -> Stream.of(Damage.values()).map(damage -> Arguments.of(file, damage)))
        .filter(one -> ((Damage) one.get()[1]).fits(sound, (String) one.get()[0], ALL));
  }

  private IntStream cuts() throws IOException {
    int size = (int) Files.size(sound.path("court.mv.db"));
    return IntStream.range(0, size / PAGE)
        .filter(page -> page % PAGES_APART == 1 || page > size / PAGE - 3)
        .map(page -> page * PAGE);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void nothing_is_made_up(String file, Damage damage) throws Exception {
    Path home = sound.copiedTo(folder.resolve("copy" + copies++));
    damage.apply(sound, home.resolve(file), sound.earlier(file));

    saysTheSameOrRefuses(home, looks(file));
    bookingIsAsBeforeOrRefused(home);
    if (file.startsWith("backups")) {
      restoresTheSameOrRefuses(home);
    }
  }

  /** What is asked before the run; in verify that is what the look after the run does not say. */
  private static List<String> looks(String file) {
    if (ALL) {
      return SoundHome.LOOKS;
    }
    return file.equals("key") ? List.of("auth -o json") : List.of();
  }

  private void restoresTheSameOrRefuses(Path home) {
    Ran restored = inTime(home, "backup restore --yes");

    assertThat(restored.code()).as(restored.err()).isIn(ExitCodes.DONE, ExitCodes.SETUP);
    assertThat(inTime(home, "list --all -o json").out())
        .isEqualTo(sound.said("list --all -o json").out());
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void a_database_that_is_cut_anywhere_is_refused_or_whole(int length) throws IOException {
    Path home = sound.copiedTo(folder.resolve("copy" + copies++));
    Path database = home.resolve("court.mv.db");
    byte[] left = Arrays.copyOf(Files.readAllBytes(database), length);
    Files.write(database, left);

    saysTheSameOrRefuses(home, BOOKINGS);

    if (sound.run(home, "list").code() != ExitCodes.DONE) {
      assertThat(database).hasBinaryContent(left);
    }
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void a_database_with_a_page_of_zeros_is_refused_or_whole(int from) throws IOException {
    Path home = sound.copiedTo(folder.resolve("copy" + copies++));
    Path database = home.resolve("court.mv.db");
    byte[] holed = Files.readAllBytes(database);
    Arrays.fill(holed, from, from + PAGE, (byte) 0);
    Files.write(database, holed);

    saysTheSameOrRefuses(home, BOOKINGS);
  }

  private void saysTheSameOrRefuses(Path home, List<String> commands) {
    for (String line : commands) {
      Ran ran = inTime(home, line);
      if (ran.code() == sound.said(line).code()) {
        assertThat(ran.out()).as(line).isEqualTo(sound.said(line).out());
      } else {
        ran.failsWith(ExitCodes.SETUP, "");
      }
    }
  }

  /** Whatever a run does, it neither books again nor forgets; a key that is gone ends a session. */
  private void bookingIsAsBeforeOrRefused(Path home) {
    int held = sound.player.sandbox.reservations().size();

    Ran ran = inTime(home, "run-due");

    assertThat(ran.code()).as(ran.err()).isIn(ExitCodes.DONE, ExitCodes.SETUP, ExitCodes.SIGN_IN);
    assertThat(sound.player.sandbox.reservations()).hasSize(held);
    saysTheSameOrRefuses(home, BOOKINGS);
  }

  /** A pipe would hold it for ever. */
  private Ran inTime(Path home, String line) {
    Ran[] ran = new Ran[1];
    assertThatCode(
            () ->
                Assertions.assertTimeoutPreemptively(
                    TOO_LONG, () -> ran[0] = sound.run(home, line)))
        .as(line)
        .doesNotThrowAnyException();
    return ran[0];
  }
}
