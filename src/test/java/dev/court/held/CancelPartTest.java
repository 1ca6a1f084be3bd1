package dev.court.held;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour is booked as two half hours, and one of them is cancelled. */
@Tag("any-database")
@Tag("long-on-server")
class CancelPartTest extends WithEvening {
  private static final String SERIES = "--on we --time 17:00 --from 2026-12-02 --court 1";
  private static final String ONCE = "--at 2026-12-02T17:00 --court 1";
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private void bookedFirst(String what) {
    court("add " + what + " --duration 60 --strategy split").succeeds();
    evening.runDue().succeeds();
  }

  private void bookedBoth(String what) {
    bookedFirst(what);
    evening.asleepFor(HALF_HOUR).runDue().succeeds();
    assertThat(evening.held()).hasSize(2);
  }

  private List<Object> statuses() {
    return evening.bookings().stream()
        .filter(one -> one.get("desired_time").toString().startsWith("2026-12-02"))
        .map(one -> one.get("status"))
        .toList();
  }

  /** Runs go on, and changes of the schedule bring its bookings in line. */
  private void noChangeBooksItAgain() {
    int before = evening.shots().size();
    court("pause 1").succeeds();
    court("resume 1").succeeds();
    court("edit 1 --guests 2").succeeds();
    court("edit 1 --court 1,2").succeeds();
    evening.aMinuteLater();
    assertThat(evening.shots()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {SERIES, ONCE})
  void the_other_half_stays_wanted_and_no_change_brings_the_cancelled_one_back(String what) {
    bookedBoth(what);

    Ran ran = court("cancel 481001 --yes").succeeds();

    assertThat(ran.err())
        .isEqualTo("Schedule 1 keeps the rest of that time; court retry 1 books this part again\n");
    assertThat(court("show 1").succeeds().out()).doesNotContain("left out", "skipped");
    assertThat(statuses()).containsExactly("cancelled", "success");
    noChangeBooksItAgain();
    assertThat(statuses()).containsExactly("cancelled", "success");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void the_half_that_has_not_opened_yet_is_still_booked() {
    bookedFirst(SERIES);

    court("cancel 481001 --yes").succeeds();
    noChangeBooksItAgain();
    assertThat(statuses()).containsExactly("cancelled", "pending");
    evening.asleepFor(HALF_HOUR).runDue().succeeds();

    assertThat(statuses()).containsExactly("cancelled", "success");
    noChangeBooksItAgain();
  }

  /** When the first half has begun, it is no booking ahead any more. */
  @Test
  void the_second_half_does_not_come_back_while_the_first_is_played() {
    bookedBoth(ONCE);
    court("cancel 481002 --yes").succeeds();
    evening.asleepFor(Duration.ofDays(7).minusMinutes(20));

    noChangeBooksItAgain();

    assertThat(statuses()).containsExactly("success", "cancelled");
  }

  @Test
  void the_cancelled_half_is_booked_again_when_the_person_asks_for_it() {
    bookedBoth(SERIES);
    court("cancel 481001 --yes").succeeds();

    assertThat(court("complete lost").out()).startsWith("1\t");
    court("retry 1").succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(statuses()).containsExactly("success", "success");
    assertThat(evening.held()).containsExactly("Court 1", "Court 1");
  }

  @Test
  void the_last_half_takes_the_time_out_of_a_series_and_both_come_back_with_it() {
    bookedBoth(SERIES);

    court("cancel 481001 --yes").succeeds();
    assertThat(court("cancel 481002 --yes").succeeds().err())
        .isEqualTo(
            "Schedule 1 leaves that time out; court skip 1 2026-12-02T17:00 --undo takes it back in\n");

    noChangeBooksItAgain();
    court("skip 1 2026-12-02 --undo").succeeds();
    evening.aMinuteLater().succeeds();
    assertThat(statuses()).containsExactly("success", "success");
  }

  @Test
  void the_last_half_removes_the_schedule_of_a_single_time_and_both_come_back_with_it() {
    bookedBoth(ONCE);

    assertThat(court("cancel 481001 481002 --yes").succeeds().err())
        .contains("Schedule 1 is removed with it; court resume 1 books that time again");

    court("resume 1").succeeds();
    evening.aMinuteLater().succeeds();
    assertThat(statuses()).containsExactly("success", "success");
  }

  /** Nothing of that time is held or wanted any more. */
  @Test
  void a_half_beside_one_that_was_lost_takes_the_time_out_and_comes_back_with_it() {
    evening.player.sandbox.hold("1", LocalDateTime.parse("2026-12-02T17:30"), HALF_HOUR);
    bookedFirst(SERIES);
    assertThat(evening.asleepFor(HALF_HOUR).runDue().code()).isEqualTo(3);

    assertThat(court("cancel 481002 --yes").succeeds().err()).contains("leaves that time out");

    assertThat(evening.held()).isEmpty();
    court("skip 1 2026-12-02 --undo").succeeds();
    evening.aMinuteLater();
    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** What is removed and brought back is as it was before. */
  @Test
  void a_cancelled_half_stays_so_when_its_schedule_is_removed_and_resumed() {
    bookedBoth(ONCE);
    court("cancel 481001 --yes").succeeds();

    court("remove 1 --yes").succeeds();
    court("resume 1").succeeds();
    evening.aMinuteLater();

    assertThat(statuses()).containsExactly("cancelled", "success");
  }

  /** The wish for the whole is another one than that for the part that was given back. */
  @Test
  void a_cancelled_half_does_not_keep_the_whole_from_being_booked() {
    bookedFirst(ONCE);
    court("cancel 481001 --yes").succeeds();

    court("edit 1 --strategy whole").succeeds();
    assertThat(statuses()).containsExactly("pending", "cancelled");
    evening.asleepFor(HALF_HOUR).runDue().succeeds();

    assertThat(statuses()).containsExactly("success", "cancelled");
  }

  @Test
  void a_cancelled_half_stays_so_beside_one_that_opens_when_its_schedule_is_resumed() {
    bookedFirst(ONCE);
    court("cancel 481001 --yes").succeeds();

    court("remove 1 --yes").succeeds();
    court("resume 1").succeeds();

    assertThat(statuses()).containsExactly("cancelled", "pending");
  }

  @Test
  void a_cancelled_half_stays_so_beside_one_that_opens_when_its_day_is_taken_back_in() {
    bookedFirst(SERIES);
    court("cancel 481001 --yes").succeeds();

    court("skip 1 2026-12-02").succeeds();
    court("skip 1 2026-12-02 --undo").succeeds();

    assertThat(statuses()).containsExactly("cancelled", "pending");
  }
}
