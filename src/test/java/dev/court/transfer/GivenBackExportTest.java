package dev.court.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was booked and given back goes on in another home, to which its schedules are moved. */
class GivenBackExportTest extends WithEvening {
  private static final String SERIES = "--on we --time 17:00 --from 2026-12-02 --court 1";
  private static final String ONCE = "--at 2026-12-02T17:00 --court 1";

  @TempDir Path folder;
  private Player other;

  @BeforeEach
  void isEmpty() {
    other = evening.player.atOtherMachine(folder.resolve("other")).signIn();
  }

  private static Ran court(Player player, String line) {
    return player.court(line.split(" ", -1));
  }

  private void bookedAsHalves(String what) {
    court(evening.player, "add " + what + " --duration 60 --strategy split").succeeds();
    evening.runDue().succeeds();
    evening.asleepFor(Duration.ofMinutes(30)).runDue().succeeds();
    assertThat(evening.held()).hasSize(2);
  }

  private void movedAs(String format) {
    String file = folder.resolve("schedules." + format).toString();
    evening.player.court("export", "-o", format, "--to-file", file).succeeds();
    other.signIn();
    other.court("import", file);
  }

  private List<Object> statuses() {
    return court(other, "list --bookings --from 2026-12-02 --to 2026-12-02 -o json").rows().stream()
        .map(one -> one.get("status"))
        .toList();
  }

  private void noRunAndNoChangeAsksForIt() {
    int before = evening.shots().size();
    court(other, "run-due").succeeds();
    court(other, "pause 1").succeeds();
    court(other, "resume 1").succeeds();
    court(other, "edit 1 --guests 2").succeeds();
    court(other, "run-due").succeeds();
    assertThat(evening.shots()).hasSize(before);
  }

  /** The file is of the time before the person changed their mind. */
  @Test
  void a_half_that_is_wanted_again_stays_so_when_an_older_file_is_taken_in() throws IOException {
    bookedAsHalves(ONCE);
    court(evening.player, "cancel 481002 --yes").succeeds();
    Path file = folder.resolve("schedules.json");
    evening.player.court("export", "-o", "json", "--to-file", file.toString()).succeeds();
    court(evening.player, "retry 2").succeeds();
    Files.writeString(
        file, Files.readString(file).replace("\"name\": null", "\"name\": \"ladder\""));

    assertThat(court(evening.player, "import --update " + file).succeeds().out())
        .contains("name none -> ladder");

    assertThat(evening.bookings()).extracting("status").containsExactly("success", "pending");
  }

  @ParameterizedTest
  @CsvSource({
    SERIES + ", 481001, cancelled, success",
    SERIES + ", 481002, success, cancelled",
    ONCE + ", 481001, cancelled, success",
    ONCE + ", 481002, success, cancelled"
  })
  void a_half_that_was_given_back_is_not_booked_again(
      String what, String givenBack, String first, String second) {
    bookedAsHalves(what);
    court(evening.player, "cancel " + givenBack + " --yes").succeeds();

    movedAs("json");

    noRunAndNoChangeAsksForIt();
    assertThat(statuses()).containsExactly(first, second);
    court(other, "retry " + (first.equals("cancelled") ? 1 : 2)).succeeds();
    court(other, "run-due").succeeds();
    assertThat(statuses()).containsExactly("success", "success");
    assertThat(evening.held()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ics"})
  void an_occurrence_that_was_given_back_is_not_booked_again(String format) {
    court(evening.player, "add " + SERIES + ",2").succeeds();
    evening.runDue().succeeds();
    court(evening.player, "cancel 481001 --yes").succeeds();

    movedAs(format);

    court(other, "run-due");
    assertThat(evening.held()).isEmpty();
  }

  @Test
  void a_calendar_has_no_half_that_was_given_back() {
    bookedAsHalves(SERIES);
    court(evening.player, "cancel 481001 --yes").succeeds();

    movedAs("ics");

    court(other, "run-due");
    assertThat(evening.held()).hasSize(1);
  }

  /** Nothing but its status came along. */
  @Test
  void a_half_that_the_other_home_had_booked_stays_given_back_too() {
    bookedAsHalves(SERIES);
    movedAs("json");

    court(other, "cancel 481001 --yes").succeeds();

    noRunAndNoChangeAsksForIt();
    assertThat(statuses()).containsExactly("cancelled", "success");
    assertThat(evening.held()).hasSize(1);
  }

  /** Of two accounts with one occupant id. */
  @Test
  void what_the_other_home_had_booked_is_not_taken_for_made_by_hand() {
    evening.wants("1").runDue().succeeds();
    movedAs("json");
    other.clock.advance(Duration.ofHours(1));
    other.signIn();
    String occupant = other.sandbox.occupantId();
    court(other, "config set accounts.eve.occupant_id " + occupant).succeeds();
    other.type(other.sandbox.refreshToken(), "login", "--with-token", "--account", "eve");
    court(other, "add --at 2026-12-02T17:00 --court 1,2 --account eve").succeeds();

    assertThat(court(other, "run-due").succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
  }
}
