package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.WithEvening;
import dev.court.workspace.StopSignal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window or the zone is set anew while bookings wait, or while a run holds them. */
class SettingsBesideRunTest extends WithEvening {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          window   | PT167H           | 2026-11-25T18:00-05:00 | 2026-12-02T17:00-05:00
          window   | P6D              | 2026-11-26T17:00-05:00 | 2026-12-02T17:00-05:00
          timezone | America/Chicago  | 2026-11-25T17:00-06:00 | 2026-12-02T17:00-06:00
          """)
  void what_waits_follows_at_the_next_run(
      String setting, String value, String opening, String start) {
    evening.wants("1");
    sets(setting, value);

    evening.runDue().succeeds();

    assertWaitsFor(opening, start);
    assertThat(evening.shots()).isEmpty();
  }

  /** Another run has made the bookings by the new settings before this one gives its claim back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          window   | PT167H           | 2026-11-25T18:00-05:00 | 2026-12-02T17:00-05:00
          timezone | America/Chicago  | 2026-11-25T17:00-06:00 | 2026-12-02T17:00-06:00
          """)
  void what_a_stopped_run_gives_back_follows_at_the_next_run(
      String setting, String value, String opening, String start) {
    evening.wants("1");

    stoppedRunBeside(
        () -> {
          sets(setting, value);
          evening.runDue().succeeds();
        });
    evening.runDue().succeeds();

    assertWaitsFor(opening, start);
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void what_a_run_tries_in_vain_follows_too() {
    evening.wants("1").but("429=always:30s");
    meanwhile(
        Evening.OPENING,
        () -> {
          sets("window", "PT167H");
          evening.runDue();
        });
    assertThat(evening.booking()).containsEntry("status", "pending");
    evening.player.sandbox.faults().clear();

    evening.runDue("--within", "PT1S").succeeds();

    assertWaitsFor("2026-11-25T18:00-05:00", "2026-12-02T17:00-05:00");
  }

  @Test
  void a_window_that_was_set_back_meanwhile_is_the_old_one_again() {
    evening.adds("--on", "we", "--time", "17:00", "--from", "2026-12-02", "--court", "1");
    List<Map<String, Object>> before = evening.bookings();

    stoppedRunBeside(
        () -> {
          sets("window", "PT167H");
          evening.runDue().succeeds();
          assertThat(evening.bookings()).isNotEqualTo(before);
          sets("window", "PT168H");
        });
    evening.runDue("--within", "PT1S").succeeds();

    assertThat(evening.bookings()).isEqualTo(before);
  }

  @Test
  void what_was_removed_meanwhile_is_cancelled_under_new_settings_too() {
    evening.wants("1");

    stoppedRunBeside(
        () -> {
          sets("window", "PT167H");
          evening.runDue().succeeds();
          evening.player.court("remove", "1", "--yes").succeeds();
        });

    assertThat(evening.booking()).containsEntry("status", "cancelled");
  }

  private void sets(String setting, String value) {
    evening.player.court("config", "set", setting, value).succeeds();
  }

  private void stoppedRunBeside(Runnable happens) {
    meanwhile(
        Instant.MIN,
        () -> {
          StopSignal signal = evening.player.signal();
          happens.run();
          signal.raise();
        });
  }

  private void meanwhile(Instant from, Runnable happens) {
    evening.player.waitingBy(new Interruption(evening.player.clock, from, happens));
    evening.runDue();
    evening.player.waitingBy(evening.player.clock);
  }

  private void assertWaitsFor(String opening, String start) {
    assertThat(evening.bookings())
        .filteredOn(row -> row.get("status").equals("pending"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(at(row, "trigger_time")).isEqualTo(at(opening));
              assertThat(at(row, "desired_time")).isEqualTo(at(start));
            });
  }

  private static Instant at(Map<String, Object> row, String field) {
    return at(row.get(field).toString());
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
