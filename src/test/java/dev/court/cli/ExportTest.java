package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.WithPlayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported makes the same schedules in another home. */
class ExportTest extends WithPlayer {
  private Player other;

  @BeforeEach
  void anotherHome() {
    other = new Player(folder.resolve("other"));
  }

  @AfterEach
  void leavesTheOther() {
    other.close();
  }

  private Path exported() {
    return file("export.json", type("export").succeeds().out());
  }

  private void move() {
    other.court("import", exported().toString()).succeeds();
  }

  private static List<String> pending(List<Map<String, Object>> bookings) {
    return bookings.stream()
        .filter(row -> row.get("status").equals("pending"))
        .map(row -> row.get("schedule_id") + " " + row.get("desired_time"))
        .toList();
  }

  private List<Map<String, Object>> there(String... line) {
    return other.court(line).rows();
  }

  @Test
  void every_schedule_comes_back_as_it_was() {
    court("add", "--at", "2026-12-04T07:00", "--court", "2,1", "--name", "a \"b\" 🎾").succeeds();
    type("add --on we,fr --time 17:00 --count 20 --from 2026-11-23 --guests 3").succeeds();
    type("add --rrule FREQ=DAILY --from 2026-12-01T18:00 --duration 60").succeeds();
    type("skip 2 2026-12-02").succeeds();

    move();

    assertThat(there("export")).isEqualTo(type("export").rows());
    assertThat(pending(there("list", "--bookings", "-o", "json"))).isEqualTo(pending(bookings()));
  }

  @Test
  void a_second_import_changes_nothing_there() {
    type("add --on we --time 17:00").succeeds();
    type("add --at 2027-03-14T02:30").succeeds();
    move();

    assertThat(other.court("import", exported().toString()).succeeds().out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("unchanged"));
    assertThat(court("import", exported().toString()).succeeds().out().lines())
        .allMatch(line -> line.startsWith("unchanged"));
  }

  @Test
  void every_other_friday_is_two_schedules_a_week_apart() {
    type("add --on fr --time 17:00 --every 2 --from 2026-11-23").succeeds();
    type("add --on fr --time 17:00 --every 2 --from 2026-11-30").succeeds();

    move();

    assertThat(there("export")).hasSize(2).isEqualTo(type("export").rows());
  }

  @Test
  void where_counting_starts_is_no_other_schedule_when_the_times_are_the_same() {
    type("add --on fr --time 17:00 --from 2026-11-01").succeeds();
    other.court("add", "--on", "fr", "--time", "17:00").succeeds();

    move();

    assertThat(there("export")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause 1", "pause 1 --until 2026-12-09"})
  void what_is_paused_stays_paused(String pause) {
    type("add --on we --time 17:00").succeeds();
    type(pause).succeeds();

    move();

    assertThat(there("export")).isEqualTo(type("export").rows());
    assertThat(there("list", "-o", "json").get(0)).containsEntry("status", "paused");
  }

  @Test
  void what_is_booked_is_not_booked_again() {
    type("add --on tu --time 10:00 --count 2").succeeds();
    player.signIn();
    type("run-due").succeeds();

    move();
    other.signIn();
    other.court("run-due").succeeds();

    assertThat(other.sandbox.reservations()).isEmpty();
    assertThat(there("export").get(0)).containsEntry("booked", List.of("2026-11-24T10:00"));
  }

  @Test
  void removed_schedules_and_tokens_stay_here() {
    player.signIn();
    type("add --at 2026-12-04T07:00").succeeds();
    type("add --at 2026-12-05T07:00").succeeds();
    type("remove 1 --yes").succeeds();

    assertThat(type("export").rows()).extracting(row -> row.get("id")).containsExactly(2);
    assertThat(type("export").out()).doesNotContain("token");
  }

  @Test
  void an_empty_home_exports_an_empty_list() {
    assertThat(type("export").succeeds().rows()).isEmpty();
  }
}
