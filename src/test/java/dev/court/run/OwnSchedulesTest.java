package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import dev.court.sandbox.ReceivedRequest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several schedules of one account for the same time do not compete with each other. */
class OwnSchedulesTest extends WithEvening {
  /** The listing is read after the run has asked, and what it is read for was chosen before. */
  @Test
  void a_reservation_that_a_run_makes_for_one_booking_is_not_read_as_that_of_another() {
    evening.takenBySomebody("2").wants("2,1").but("drop-request@post=1");
    assertThat(evening.runDue().code()).isEqualTo(8);
    evening.wants("1");

    Ran ran = evening.aMinuteLater();

    assertThat(evening.bookings()).extracting("status").containsExactly("unknown", "success");
    assertThat(ran.code()).isEqualTo(8);
  }

  @Test
  void a_flexible_wish_leaves_the_court_to_the_one_that_has_no_other() {
    evening.wants("1,2").wants("1");

    Ran ran = evening.runDue();

    assertThat(ran.succeeds().out().lines()).hasSize(2).allMatch(line -> line.startsWith("booked"));
    assertThat(bookedCourts()).containsExactly("2", "1");
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void what_cannot_be_won_is_not_asked_for_and_is_not_put_down_to_others() {
    evening.wants("1").wants("1").wants("1,2");

    Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .contains("lost     Wed 2 Dec 2026 17:00 EST  your own schedule 1 booked Court 1\n")
        .doesNotContain("faster");
    assertThat(ran.err())
        .isEqualTo(
            "Would help schedule 2: another time, or a court that none of your schedules asks for:"
                + " court add --at 2026-12-02T17:00 --court 2 --duration 30\n");
    assertThat(bookedCourts()).containsExactly("1", null, "2");
    assertThat(evening.shots()).hasSize(2);
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
  }

  @Test
  void a_wish_that_lost_its_court_does_not_take_the_one_of_another_wish() {
    evening.wants("2").wants("1,2").takenBySomebody("1");

    Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(bookedCourts()).containsExactly("2", null);
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void a_wish_that_lost_its_court_takes_one_that_no_other_wish_has() {
    evening.adds("--at", "2026-12-02T16:30", "--court", "1").wants("1,2").takenBySomebody("1");

    evening.runDue();

    assertThat(evening.held()).contains("Court 2");
  }

  @Test
  void where_the_first_wish_found_somebody_the_second_one_has_nothing_to_win() {
    evening.wants("1").wants("1").takenBySomebody("1");

    Ran ran = evening.runDue();

    assertThat(ran.out())
        .contains("somebody was faster", "your own schedule 1 found somebody on Court 1");
    assertThat(evening.shots()).hasSize(1);
    assertThat(statuses()).containsExactly("failed", "failed");
  }

  /** The hour may have found somebody in its second half. */
  @Test
  void an_hour_that_found_somebody_says_nothing_of_its_first_half() {
    evening.adds("--at", Evening.FIVE, "--court", "1", "--duration", "60").wants("1");
    evening.player.sandbox.hold(
        "1", LocalDateTime.parse("2026-12-02T17:30"), Duration.ofMinutes(30));
    evening.runDue();
    evening.asleepFor(Duration.ofMinutes(30)).runDue();

    Ran ran = evening.aMinuteLater();

    assertThat(ran.succeeds().out()).startsWith("booked   Wed 2 Dec 2026 17:00 EST  Court 1");
    assertThat(statuses()).containsExactly("failed", "success");
  }

  @Test
  void where_the_first_wish_is_refused_the_second_one_is_tried_by_the_next_run() {
    evening.wants("1").wants("1").but("refuse=2");
    evening.runDue();
    assertThat(statuses()).containsExactly("failed", "pending");

    assertThat(evening.aMinuteLater().out()).startsWith("booked");
  }

  @Test
  void an_hour_leaves_the_court_that_opens_later_to_the_wish_that_has_no_other() {
    evening
        .adds("--at", Evening.FIVE, "--court", "1,2", "--duration", "60")
        .adds("--at", "2026-12-02T17:30", "--court", "1");

    evening.runDue();
    evening.asleepFor(Duration.ofMinutes(29)).runDue();
    evening.aMinuteLater().succeeds();

    assertThat(bookedCourts()).containsExactly("2", "1");
  }

  @Test
  void what_was_added_when_the_court_was_booked_is_not_asked_for() {
    evening.wants("1").runDue().succeeds();
    evening.wants("1");

    Ran ran = evening.aMinuteLater();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("your own schedule 1 booked Court 1").doesNotContain("open for");
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void a_watch_does_not_wait_for_a_reservation_of_ones_own() {
    evening.adds(watch("1")).but("refuse=1:This slot is already reserved").runDue();
    evening.wants("1");
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");

    Ran ran = evening.after(Duration.ofMinutes(9).plusSeconds(30));

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).startsWith("lost").contains("your own schedule 2 booked Court 1");
    assertThat(evening.shots()).hasSize(2);
    assertThat(evening.after(Duration.ofMinutes(10)).succeeds().out()).isEmpty();
  }

  @Test
  void a_watch_goes_on_for_the_court_that_is_somebody_elses() {
    evening.takenBySomebody("2").wants("1").adds(watch("1,2"));

    Ran ran = evening.runDue();
    evening.after(Duration.ofMinutes(10)).succeeds();

    assertThat(ran.out()).contains("booked", "watching until");
    assertThat(courtsAsked()).containsExactly("10", "10", "8");
  }

  @Test
  void what_waited_in_vain_for_an_answer_of_another_wish_is_not_put_down_to_cron() {
    evening.wants("1").wants("1").but("drop-answer=1,list-404");
    evening.runDue();
    evening.aMinuteLater();
    evening.asleepFor(Duration.ofDays(7));

    Ran ran = evening.runDue();

    assertThat(ran.out()).contains("missed", "your own schedule 1 may have booked Court 1");
    assertThat(ran.err()).doesNotContain("each minute");
  }

  private static String[] watch(String courts) {
    return new String[] {
      "--at", Evening.FIVE, "--court", courts, "--keep-trying", "1d", "--every", "10m"
    };
  }

  private List<Object> bookedCourts() {
    return bookingsOf("booked_court_id");
  }

  private List<Object> statuses() {
    return bookingsOf("status");
  }

  private List<Object> bookingsOf(String field) {
    return evening.player.court("list", "--bookings", "--all", "-o", "json").rows().stream()
        .map(row -> row.get(field))
        .toList();
  }

  private List<String> courtsAsked() {
    return evening.shots().stream()
        .map(ReceivedRequest::body)
        .map(body -> body.replaceAll(".*\"amenity_id\":(\\d+).*", "$1"))
        .sorted()
        .toList();
  }
}
