package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series over months of runs. */
@Tag("any-database")
@Tag("long-on-server")
class RollingTest {
  @TempDir Path home;
  private Player player;

  @AfterEach
  void leaves() {
    player.close();
  }

  @Tag("long")
  @Test
  void a_series_goes_on_for_months_without_gap_or_duplicate_over_both_clock_changes() {
    player = new Player(home, Instant.parse("2026-09-30T12:00:00Z"));
    player.court("add", "--on", "we,su", "--time", "01:30", "--court", "1").succeeds();

    runEach(Duration.ofHours(75), Instant.parse("2027-04-15T12:00:00Z"));

    var expected =
        Stream.iterate(LocalDateTime.parse("2026-10-04T01:30"), day -> day.plusDays(1))
            .limit(190)
            .filter(RollingTest::isPlayed)
            .map(LocalDateTime::toString)
            .toList();
    assertThat(starts()).startsWith(expected.toArray(String[]::new)).doesNotHaveDuplicates();
  }

  @Test
  void the_opening_is_the_window_in_elapsed_hours_on_both_sides_of_a_clock_change() {
    player = new Player(home, Instant.parse("2026-10-20T12:00:00Z"));
    player.court("add", "--on", "mo", "--time", "17:00", "--court", "1").succeeds();

    assertThat(openings())
        .startsWith(
            "2026-10-19T17:00:00-04:00", "2026-10-26T18:00:00-04:00", "2026-11-02T17:00:00-05:00");
  }

  @Test
  void a_machine_that_slept_for_weeks_misses_what_is_over_and_goes_on() {
    player = new Player(home, Instant.parse("2026-11-01T12:00:00Z"));
    player.court("add", "--on", "we", "--time", "17:00", "--court", "1").succeeds();

    player.clock.set(Instant.parse("2027-03-01T12:00:00Z"));
    player.court("run-due");

    List<Map<String, Object>> all = bookings();
    assertThat(all).filteredOn("status", "missed").hasSize(17);
    assertThat(all).filteredOn("status", "pending").hasSizeGreaterThan(3);
  }

  @Test
  void another_window_moves_the_openings_of_what_is_ahead() {
    player = new Player(home);
    player.court("add", "--on", "we", "--time", "17:00", "--court", "1").succeeds();

    player.with("COURT_WINDOW", "PT48H").sharing().court("run-due");

    assertThat(openings()).startsWith("2026-11-23T17:00:00-05:00", "2026-11-30T17:00:00-05:00");
    assertThat(bookings()).extracting("status").containsOnly("pending");
  }

  @Test
  void another_zone_moves_the_times_of_what_is_ahead() {
    player = new Player(home);
    player.court("add", "--on", "we", "--time", "17:00", "--court", "1").succeeds();
    int before = pending().size();

    player.with("COURT_TIMEZONE", "America/Chicago").sharing().court("run-due");

    assertThat(pending()).hasSizeGreaterThanOrEqualTo(before);
    assertThat(pending())
        .extracting("desired_time")
        .allMatch(time -> time.toString().endsWith("T17:00:00-06:00"));
  }

  @Test
  void what_lies_far_ahead_stays_pending_while_runs_go_by() {
    player = new Player(home);
    player.court("add", "--at", "2027-06-01T17:00", "--court", "1").succeeds();
    player.court("add", "--rrule", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYHOUR=9").succeeds();

    runEach(Duration.ofDays(6), Instant.parse("2027-01-15T12:00:00Z"));

    assertThat(bookings()).hasSize(2).extracting("status").containsOnly("pending");
  }

  @Tag("long")
  @Test
  void a_series_ends_with_its_rule() {
    player = new Player(home);
    player.court("add", "--rrule", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;COUNT=10").succeeds();

    runEach(Duration.ofDays(2), Instant.parse("2027-04-01T12:00:00Z"));

    assertThat(starts()).hasSize(10).doesNotHaveDuplicates();
  }

  private void runEach(Duration pause, Instant until) {
    while (player.clock.instant().isBefore(until)) {
      player.court("run-due");
      player.clock.advance(pause);
    }
  }

  private static boolean isPlayed(LocalDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.WEDNESDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private List<String> starts() {
    return bookings().stream()
        .map(row -> OffsetDateTime.parse(row.get("desired_time").toString()))
        .map(time -> time.toLocalDateTime().toString())
        .toList();
  }

  private List<String> openings() {
    return bookings().stream().map(row -> row.get("trigger_time").toString()).toList();
  }

  private List<Map<String, Object>> pending() {
    return bookings().stream().filter(row -> row.get("status").equals("pending")).toList();
  }

  private List<Map<String, Object>> bookings() {
    return player.court("list", "--bookings", "--from", "2026-01-01", "-o", "json").rows();
  }
}
