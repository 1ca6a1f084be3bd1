package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithEvening;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is asked for after its opening is not late: it has been open for a while. */
class OpenSinceTest extends WithEvening {
  private static final String SINCE = "open since Wed 25 Nov 17:00";

  @Test
  void what_was_added_after_its_opening_is_not_late() {
    evening.asleepFor(Duration.ofDays(3)).wants("1");

    assertThat(evening.runDue().succeeds().out()).contains("booked", SINCE).doesNotContain("late");

    assertThat(evening.booking()).containsEntry("late_ms", null).containsEntry("attempts", 1);
    assertThat(told("list", "--bookings")).contains(SINCE);
    assertThat(told("show", "1")).contains(SINCE).doesNotContain(" late");
    assertThat(told("history", "--since", "2026-11-01")).contains("open since");
  }

  @Test
  void what_was_changed_after_its_opening_is_not_late() {
    evening.takenBySomebody("1").wants("1");
    evening.runDue();
    evening.asleepFor(Duration.ofDays(3)).player.court("edit", "1", "--court", "2").succeeds();

    evening.runDue().succeeds();

    assertThat(evening.booking()).containsEntry("late_ms", null);
    assertThat(told("list", "--bookings")).contains("Court 2", SINCE);
  }

  @Test
  void what_was_paused_over_its_opening_is_not_late() {
    evening.wants("1").player.court("pause", "1").succeeds();
    evening.runDue();
    evening.asleepFor(Duration.ofDays(3)).player.court("resume", "1").succeeds();

    evening.runDue().succeeds();

    assertThat(evening.booking()).containsEntry("late_ms", null);
    assertThat(told("list", "--bookings")).contains(SINCE);
  }

  @Test
  void what_no_run_came_for_is_late() {
    evening.wants("1").asleepFor(Duration.ofDays(3));

    evening.runDue().succeeds();

    assertThat(told("list", "--bookings")).contains("late").doesNotContain("open since");
  }

  private String told(String... line) {
    return evening.player.court(line).succeeds().out().replaceAll("\\s+", " ");
  }
}
