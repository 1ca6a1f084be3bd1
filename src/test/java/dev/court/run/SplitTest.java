package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.WithEvening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour on a court, slot by slot, each at its own opening. */
@Tag("any-database")
@Tag("long-on-server")
class SplitTest extends WithEvening {
  private static final String[] WEDNESDAYS = {
    "--on", "we", "--time", "17:00", "--duration", "60", "--strategy", "split"
  };

  @Test
  void each_half_hour_is_booked_at_its_own_opening() {
    wantsAnHour("1,2");

    evening.runDue().succeeds();
    evening.after(Duration.ofMinutes(29)).succeeds();
    evening.after(Duration.ofSeconds(30)).succeeds();

    assertThat(evening.held()).containsExactly("Court 1", "Court 1");
    assertThat(evening.shots()).hasSize(2);
    assertThat(evening.shots().get(1).afterOpening()).isLessThan(Duration.ofSeconds(1));
    assertThat(all("duration")).containsExactly(30, 30);
    assertThat(all("status")).containsExactly("success", "success");
  }

  @Test
  void preview_shows_each_part_with_its_opening() {
    var rows = evening.player.court(line("preview", WEDNESDAYS, "--limit", "1", "-o", "json"));

    assertThat(rows.rows())
        .extracting("desired_time", "trigger_time", "duration", "strategy")
        .containsExactly(
            row("2026-11-25T17:00:00-05:00", "2026-11-18T17:00:00-05:00"),
            row("2026-11-25T17:30:00-05:00", "2026-11-18T17:30:00-05:00"));
  }

  /** A listing may lag, and what it does not show may be held all the same. */
  @Test
  void a_half_in_doubt_stays_so_beside_the_other_one_whatever_is_wanted_by_then() {
    wantsAnHour("1,2");
    evening.runDue().succeeds();
    evening.but("drop-answer=9,list-404=99");
    assertThat(evening.after(Duration.ofMinutes(29)).code()).isEqualTo(8);
    evening.player.court("edit", "1", "--strategy", "whole").succeeds();
    evening.player.sandbox.faults().clear();
    evening.but("list-empty=9");

    assertThat(evening.aMinuteLater().code()).isEqualTo(8);

    assertThat(all("status")).containsExactly("success", "unknown");
    assertThat(evening.held()).hasSize(2);
  }

  @Test
  void the_later_part_asks_first_for_the_court_that_the_one_before_it_got() {
    wantsAnHour("1,2");
    evening.takenBySomebody("1").runDue().succeeds();

    evening.after(Duration.ofMinutes(29)).succeeds();

    assertThat(evening.held()).containsExactly("Court 2", "Court 2");
    assertThat(evening.bookings()).extracting("court_ids").containsOnly(List.of("1", "2"));
  }

  @Test
  void parts_that_are_both_open_already_do_not_change_courts_either() {
    wantsAnHour("1,2");
    evening.takenBySomebody("1").asleepFor(Duration.ofHours(2)).runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 2", "Court 2");
  }

  @Test
  void a_later_part_takes_the_other_court_when_its_own_is_gone() {
    wantsAnHour("1,2");
    evening.runDue().succeeds();
    evening.player.sandbox.hold(
        "1", LocalDateTime.parse("2026-12-02T17:30"), Duration.ofMinutes(30));

    evening.after(Duration.ofMinutes(29)).succeeds();

    assertThat(all("booked_court_id")).containsExactly("1", "2");
  }

  @Test
  void a_day_that_is_skipped_is_left_out_with_all_its_parts() {
    evening.adds(WEDNESDAYS);

    evening.player.court("skip", "1", "2026-12-02").succeeds();
    assertThat(statuses("2026-12-02")).containsExactly("skipped", "skipped");

    evening.player.court("skip", "1", "2026-12-02", "--undo").succeeds();
    assertThat(statuses("2026-12-02")).containsExactly("pending", "pending");
  }

  @Test
  void a_pause_that_ends_between_two_parts_leaves_out_both() {
    evening.adds(
        "--on", "tu", "--time", "23:30", "--duration", "60", "--strategy", "split", "--court", "1");
    evening.player.court("pause", "1", "--until", "2026-12-02").succeeds();

    evening.asleepFor(Duration.ofHours(10)).runDue().succeeds();

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void an_occurrence_that_starts_within_another_makes_no_second_booking() {
    evening.adds(
        "--rrule",
        "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0,30",
        "--duration",
        "60",
        "--strategy",
        "split");
    assertThat(starts("2026-12-02")).containsExactly("17:00", "17:30", "18:00");

    evening.player.court("skip", "1", "2026-12-02T17:00").succeeds();

    assertThat(statuses("2026-12-02")).containsExactly("skipped", "pending", "pending");
  }

  @Test
  void what_is_booked_as_a_whole_is_not_booked_again_in_parts() {
    evening.adds("--at", Evening.FIVE, "--court", "1", "--duration", "60");
    evening.asleepFor(Duration.ofHours(1)).runDue().succeeds();

    var edited = evening.player.court("edit", "1", "--strategy", "split").succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(edited.err()).contains("booked already, for 60 minutes, and stays");
    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(all("duration")).containsExactly(60);
  }

  @Test
  void what_is_pending_follows_a_change_of_strategy() {
    evening.adds(WEDNESDAYS);

    evening.player.court("edit", "1", "--strategy", "whole").succeeds();
    assertThat(statuses("2026-12-02")).containsExactly("pending", "cancelled");

    evening.player.court("edit", "1", "--strategy", "split").succeeds();
    assertThat(statuses("2026-12-02")).containsExactly("pending", "pending");
  }

  @Test
  void a_one_off_is_exported_as_it_was_asked_for_though_its_first_part_is_booked() {
    wantsAnHour("1");
    evening.runDue().succeeds();

    var exported = evening.player.court("export").rows().get(0);

    assertThat(exported)
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00")
        .containsEntry("trigger_time", "2026-11-25T17:30:00-05:00")
        .containsEntry("strategy", "split")
        .containsEntry("status", "pending")
        .containsEntry("booked", List.of("2026-12-02T17:00"));
  }

  @Test
  void an_import_keeps_the_strategy_and_what_was_booked_of_it(@TempDir Path elsewhere) {
    wantsAnHour("1");
    evening.runDue().succeeds();
    String exported = evening.player.court("export").out();

    try (Evening other = Evening.at(elsewhere)) {
      other.player.type(exported, "import", "-").succeeds();

      assertThat(other.bookings()).extracting("status").containsExactly("success", "pending");
    }
  }

  @Test
  void a_reservation_as_a_whole_says_when_its_last_half_hour_opens() {
    String note = "the last half-hour opens at 17:30; asked for again then";

    var added = evening.player.court("add", "--at", Evening.FIVE, "--duration", "60").succeeds();
    var shown = evening.player.court("preview", "--at", Evening.FIVE, "--duration", "60");

    assertThat(added.out()).contains(note);
    assertThat(shown.out()).contains(note);
    assertThat(evening.player.court(line("preview", WEDNESDAYS)).out()).doesNotContain("last");
  }

  @Test
  void a_strategy_that_does_not_exist_is_refused() {
    evening
        .player
        .court("add", "--at", Evening.FIVE, "--strategy", "halves")
        .failsWith(2, "no strategy 'halves': there is whole, split");
  }

  private void wantsAnHour(String courts) {
    evening.adds(
        "--at", Evening.FIVE, "--court", courts, "--duration", "60", "--strategy", "split");
  }

  private List<Object> all(String field) {
    return evening.bookings().stream().map(row -> row.get(field)).toList();
  }

  private List<Object> statuses(String day) {
    return on(day).stream().map(row -> row.get("status")).toList();
  }

  private List<String> starts(String day) {
    return on(day).stream()
        .map(row -> row.get("desired_time").toString().substring(11, 16))
        .toList();
  }

  private List<Map<String, Object>> on(String day) {
    return evening.bookings().stream()
        .filter(row -> row.get("desired_time").toString().startsWith(day))
        .toList();
  }

  private static org.assertj.core.groups.Tuple row(String start, String opening) {
    return org.assertj.core.api.Assertions.tuple(start, opening, 30, "split");
  }

  private static String[] line(String command, String[] options, String... more) {
    return java.util.stream.Stream.of(List.of(command), List.of(options), List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }
}
