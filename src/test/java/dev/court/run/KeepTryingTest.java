package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A court that was taken and may be given back. */
@Tag("any-database")
@Tag("long-on-server")
class KeepTryingTest extends WithEvening {
  @Test
  void a_court_that_is_taken_is_watched_and_that_is_told_once() {
    watches("1d", "10m");

    Ran first = evening.runDue();
    Ran second = evening.after(Duration.ofMinutes(10));

    assertThat(first.code()).isEqualTo(5);
    assertThat(first.out())
        .startsWith("waiting")
        .contains("taken; watching until Thu 26 Nov 2026 17:00");
    assertThat(second.succeeds().out() + second.err()).isEmpty();
    assertThat(evening.shots()).hasSize(4);
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void nothing_is_asked_between_two_tries() {
    watches("1d", "10m");
    evening.runDue();

    for (int minute = 0; minute < 8; minute++) {
      evening.aMinuteLater().succeeds();
    }

    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void a_court_that_is_given_back_is_booked_and_told_as_any_other() {
    evening
        .adds("--at", Evening.FIVE, "--court", "1", "--keep-trying", "1d")
        .but("refuse=2:This slot is already reserved");
    evening.runDue();
    evening.after(Duration.ofMinutes(10)).succeeds();

    assertThat(evening.after(Duration.ofMinutes(10)).succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking())
        .containsEntry("status", "success")
        .containsEntry("attempts", 3)
        .containsEntry("watched_until", null);
  }

  @Test
  void the_last_try_is_at_the_end_and_then_the_booking_is_lost() {
    watches("25m", "10m");
    evening.runDue();
    evening.after(Duration.ofMinutes(10)).succeeds();
    evening.after(Duration.ofMinutes(10)).succeeds();

    Ran last = evening.after(Duration.ofMinutes(4));

    assertThat(last.code()).isEqualTo(3);
    assertThat(last.out()).startsWith("lost").contains("already reserved");
    assertThat(evening.player.clock.instant())
        .isBetween(
            Evening.OPENING.plus(Duration.ofMinutes(25)),
            Evening.OPENING.plus(Duration.ofMinutes(26)));
    assertThat(evening.booking()).containsEntry("status", "failed").containsEntry("attempts", 8);
    assertThat(evening.after(Duration.ofMinutes(10)).succeeds().out()).isEmpty();
  }

  @Test
  void no_court_is_wanted_later_than_the_notice_before_the_start() {
    evening.player.court("config", "set", "notice", "PT2H").succeeds();
    watches("30d", "1h");

    assertThat(evening.runDue().out()).contains("watching until Wed 2 Dec 2026 15:00");

    assertThat(evening.booking()).containsEntry("watched_until", "2026-12-02T15:00:00-05:00");
  }

  @Test
  void a_machine_that_sleeps_through_the_end_does_not_ask_any_more() {
    watches("30d", "1h");
    evening.runDue();
    evening.asleepFor(Duration.between(Evening.OPENING, Evening.START).minusMinutes(30));

    Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).startsWith("lost");
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void a_watch_asked_for_after_the_opening_counts_from_then() {
    evening.player.clock.set(Evening.OPENING.plus(Duration.ofHours(12)));
    evening.player.signIn();
    watches("2h", "1h");

    assertThat(evening.runDue().out()).contains("watching until Thu 26 Nov 2026 07:00");
  }

  @Test
  void a_court_that_is_refused_for_another_reason_is_lost_at_once() {
    watches("1d", "10m").but("refuse=always");

    assertThat(evening.runDue().code()).isEqualTo(3);

    assertThat(evening.booking()).containsEntry("status", "failed");
  }

  @Test
  void trouble_during_a_watch_does_not_end_it() {
    watches("1d", "10m");
    evening.runDue();
    evening.but("429=always:5m");
    Ran throttled = evening.after(Duration.ofMinutes(10));
    assertThat(throttled.code()).isEqualTo(5);
    assertThat(throttled.out()).startsWith("waiting").doesNotContain("watching");
    evening.player.sandbox.faults().clear();

    evening.after(Duration.ofMinutes(10)).succeeds();

    assertThat(evening.booking()).containsEntry("status", "pending");
    assertThat(evening.booking()).containsEntry("watched_until", "2026-11-26T17:00:00-05:00");
  }

  @Test
  void list_and_show_say_that_it_is_watched_and_until_when() {
    String words = "watching until Thu 26 Nov 2026 17:00";
    watches("1d", "10m").runDue();

    assertThat(evening.player.court("list").out()).contains("pending, taken; " + words);
    assertThat(evening.player.court("list", "--bookings").out()).contains(words);
    assertThat(evening.player.court("show", "1").out())
        .contains(words, "asked for again every 10 minutes, for 1 day");
  }

  @Test
  void a_watch_is_kept_through_export_and_import(@TempDir Path elsewhere) {
    watches("2d", "1h30m");
    String exported = evening.player.court("export").out();

    try (Evening other = Evening.at(elsewhere)) {
      other.player.type(exported, "import", "-").succeeds();

      assertThat(other.player.court("export").rows().get(0))
          .containsEntry("keep_trying", "PT48H")
          .containsEntry("every", "PT1H30M");
    }
  }

  @Test
  void an_edit_changes_the_end_of_a_watch_under_way_and_zero_ends_it() {
    watches("1d", "10m").runDue();

    evening.player.court("edit", "1", "--keep-trying", "2d").succeeds();
    assertThat(evening.booking()).containsEntry("watched_until", "2026-11-27T17:00:00-05:00");

    evening.player.court("edit", "1", "--keep-trying", "0").succeeds();
    assertThat(evening.aMinuteLater().code()).isEqualTo(3);
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void every_means_weeks_as_a_number_and_tries_as_a_span() {
    evening.adds(
        "--on", "we", "--time", "17:00", "--every", "2", "--keep-trying", "1d", "--every", "5m");

    assertThat(evening.player.court("export").rows().get(0))
        .containsEntry("every", "PT5M")
        .extractingByKey("rrule")
        .asString()
        .contains("INTERVAL=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --every 10m                     | goes with --keep-trying
          --keep-trying 1d --every 59s    | each minute at most
          --keep-trying 5m --every 10m    | makes no sense
          --keep-trying 9000d             | makes no sense
          --keep-trying soon              | is no span of time
          --keep-trying 1d --every 5m --every 6m | said twice
          """)
  void a_watch_that_makes_no_sense_is_refused(String options, String reason) {
    evening
        .player
        .court(("add --at 2026-12-02T17:00 " + options).split(" ", -1))
        .failsWith(2, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"51s", "0h0m51s", "PT51S", "1m", "1M", "1h30m", "2d", "1d2h3m4s"})
  void a_span_may_be_written_short(String within) {
    evening.wants("1");

    assertThat(evening.runDue("--within", within).succeeds().out()).startsWith("booked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "51", "d", "1s1m", "-1s", "1.5h", "99999999999999999999d", "٣m"})
  void a_span_that_is_none_is_refused(String within) {
    evening.wants("1");

    evening.runDue("--within", within).failsWith(2, "is no span of time");
  }

  /** Both courts are somebody's, until they are not. */
  private Evening watches(String keepTrying, String every) {
    return evening
        .adds("--at", Evening.FIVE, "--keep-trying", keepTrying, "--every", every)
        .takenBySomebody("1")
        .takenBySomebody("2");
  }
}
