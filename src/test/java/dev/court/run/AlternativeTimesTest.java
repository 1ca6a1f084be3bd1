package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One occurrence that could be played at several times: at most one of them is ever held. */
@Tag("any-database")
@Tag("long-on-server")
class AlternativeTimesTest extends WithEvening {
  private static final String HALF_PAST = "2026-12-02T17:30";
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @Test
  void once_the_preferred_time_is_booked_the_others_are_let_go() {
    wants("1,2", "17:30,18:00");

    Ran ran = evening.runDue().succeeds();

    assertThat(ran.out()).startsWith("booked   Wed 2 Dec 2026 17:00 EST");
    assertThat(statuses()).containsExactly("success", "cancelled", "cancelled");
    assertThat(evening.bookings()).extracting("last_error").contains("17:00 was booked");
    assertThat(later(HALF_AN_HOUR).succeeds().out()).isEmpty();
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void where_it_is_lost_the_next_time_is_asked_for_at_its_own_opening() {
    wants("1,2", "17:30,18:00");
    evening.takenBySomebody("1").takenBySomebody("2");

    Ran first = evening.runDue().succeeds();
    Ran second = later(Duration.ofMinutes(29)).succeeds();

    assertThat(first.out())
        .startsWith("taken    Wed 2 Dec 2026 17:00 EST  somebody was faster")
        .endsWith("; 17:30 is tried when it opens\n");
    assertThat(first.err()).isEmpty();
    assertThat(second.out()).startsWith("booked   Wed 2 Dec 2026 17:30 EST  Court 1");
    assertThat(evening.shots().get(2).afterOpening()).isLessThan(Duration.ofSeconds(1));
    assertThat(statuses()).containsExactly("failed", "success", "cancelled");
  }

  @Test
  void the_loss_is_told_once_with_the_last_time() {
    wants("1", "17:30,18:00");
    hold("17:00", "17:30", "18:00");

    Ran first = evening.runDue().succeeds();
    Ran second = later(HALF_AN_HOUR).succeeds();
    Ran last = later(HALF_AN_HOUR);

    assertThat(first.out()).startsWith("taken");
    assertThat(second.out()).startsWith("taken").contains("18:00 is tried when it opens");
    assertThat(last.code()).isEqualTo(3);
    assertThat(last.out()).startsWith("lost     Wed 2 Dec 2026 17:00 EST, or 17:30, or 18:00  ");
    assertThat(statuses()).containsExactly("failed", "failed", "failed");
  }

  @Test
  void times_that_are_open_already_are_asked_for_one_after_the_other() {
    wants("1", "17:30,18:00");
    hold("17:00");
    evening.asleepFor(Duration.ofHours(3));

    Ran ran = evening.runDue().succeeds();

    assertThat(ran.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("taken").endsWith("; 17:30 is tried next"),
            line -> assertThat(line).startsWith("booked   Wed 2 Dec 2026 17:30"));
    assertThat(evening.shots()).hasSize(2);
  }

  @Test
  void nothing_is_asked_for_beside_a_time_that_may_be_booked() {
    wants("1,2", "17:30");
    evening.but("drop-answer,list-404");
    assertThat(evening.runDue().code()).isEqualTo(8);
    int sent = evening.shots().size();

    later(HALF_AN_HOUR);
    later(HALF_AN_HOUR);

    assertThat(evening.shots().subList(sent, evening.shots().size()))
        .allSatisfy(
            shot -> assertThat(shot.body()).doesNotContain("\"start_time\":\"2026-12-02T17:30"));
    assertThat(evening.held()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void the_word_that_nothing_was_booked_lets_the_next_time_go_on() {
    wants("1", "17:30");
    String id = inDoubt();

    evening.player.court("resolve", id, "--not-booked").succeeds();
    evening.but("refuse=1:This slot is already reserved");
    later(HALF_AN_HOUR);

    assertThat(statuses()).containsExactly("failed", "success");
  }

  @Test
  void the_word_that_it_was_booked_lets_the_others_go() {
    wants("1", "17:30");
    String id = inDoubt();

    evening.player.court("resolve", id, "--booked").succeeds();

    assertThat(statuses()).containsExactly("success", "cancelled");
  }

  @Test
  void a_watch_of_the_preferred_time_counts_as_lost_and_ends_with_another_one() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1", "--keep-trying", "1d");
    hold("17:00");
    assertThat(evening.runDue().out()).startsWith("waiting");

    later(Duration.ofMinutes(29)).succeeds();

    assertThat(statuses()).containsExactly("cancelled", "success");
    assertThat(later(HALF_AN_HOUR).succeeds().out()).isEmpty();
    assertThat(evening.shots()).hasSize(2);
  }

  /** An hour from five on and an hour from half past are for some of the same time. */
  @Test
  void a_time_that_is_watched_takes_no_court_from_another_time_of_its_occurrence() {
    evening.adds(
        "--at",
        Evening.FIVE,
        "--or",
        "17:30",
        "--court",
        "1",
        "--keep-trying",
        "1d",
        "--duration",
        "60");
    evening.but("refuse=1:This slot is already reserved");
    assertThat(evening.runDue().out()).startsWith("waiting");

    later(Duration.ofMinutes(29));

    assertThat(evening.shots())
        .filteredOn(shot -> shot.body().contains("\"start_time\":\"2026-12-02T17:30"))
        .isNotEmpty();
  }

  @Test
  void a_watch_that_wins_lets_the_other_times_go() {
    evening.adds("--at", Evening.FIVE, "--or", "18:00", "--court", "1", "--keep-trying", "1d");
    evening.but("refuse=1:This slot is already reserved");
    assertThat(evening.runDue().out()).startsWith("waiting");

    later(Duration.ofMinutes(10)).succeeds();
    later(Duration.ofHours(1)).succeeds();

    assertThat(statuses()).containsExactly("success", "cancelled");
    assertThat(evening.held()).hasSize(1);
  }

  @Test
  void a_time_that_another_one_of_the_occurrence_has_won_cannot_be_tried_again() {
    wants("1", "17:30");
    hold("17:00");
    evening.runDue();
    later(HALF_AN_HOUR);

    evening
        .player
        .court("retry", id(0))
        .failsWith(2, "is one of several times that would do, and 17:30 is booked");
  }

  @Test
  void what_is_left_out_is_left_out_with_all_its_times() {
    evening.adds("--on", "we", "--time", "17:00", "--or", "17:30", "--court", "1");
    evening.player.court("skip", "1", "2026-12-02").succeeds();
    assertThat(statuses()).containsExactly("skipped", "skipped");

    evening.player.court("skip", "1", "2026-12-02", "--undo").succeeds();
    evening.player.court("away", "2026-12-02").succeeds();
    evening.runDue();
    later(HALF_AN_HOUR);

    assertThat(evening.shots())
        .allSatisfy(shot -> assertThat(shot.body()).doesNotContain("2026-12-02"));
  }

  @Test
  void an_edit_gives_and_takes_other_times() {
    evening.wants("1");
    evening.player.court("edit", "1", "--or", "17:30,18:00").succeeds();
    assertThat(statuses()).containsExactly("pending", "pending", "pending");

    evening.player.court("edit", "1", "--or", "").succeeds();

    assertThat(statuses()).containsExactly("pending", "cancelled", "cancelled");
  }

  @Test
  void what_is_held_counts_as_another_time_whatever_is_preferred_by_now() {
    wants("1", "17:30");
    hold("17:00");
    evening.runDue();
    later(HALF_AN_HOUR);

    evening.player.court("edit", "1", "--time", "17:30", "--or", "18:00").succeeds();
    evening.player.court("edit", "1", "--time", "16:30", "--or", "17:30,18:30").succeeds();
    later(Duration.ofHours(2));

    assertThat(evening.held()).hasSize(1);
  }

  @Test
  void a_change_while_a_run_holds_the_preferred_time_asks_for_nothing_beside_it() {
    wants("1", "17:30");
    hold("17:00");
    List<Ran> said = new ArrayList<>();
    evening.player.waitingBy(
        new Interruption(
            evening.player.clock,
            Evening.OPENING.minusSeconds(40),
            () -> said.add(evening.player.court("edit", "1", "--or", "18:00"))));

    evening.runDue().succeeds();
    evening.player.waitingBy(evening.player.clock);
    later(HALF_AN_HOUR);
    later(HALF_AN_HOUR);

    assertThat(said.get(0).code()).isZero();
    assertThat(statuses()).containsExactly("failed", "cancelled", "success");
  }

  @Test
  void a_reservation_that_the_person_cancels_ends_the_occurrence() {
    wants("1", "17:30");
    evening.runDue();

    evening
        .player
        .court("cancel", String.valueOf(evening.player.sandbox.reservations().get(0).id()), "--yes")
        .succeeds();
    later(HALF_AN_HOUR);
    later(HALF_AN_HOUR);

    assertThat(evening.shots()).hasSize(1);
    assertThat(statuses()).containsOnly("cancelled");
  }

  /** Of a database that went back nobody knows which of the times was booked since. */
  @Test
  void after_a_backup_no_time_is_asked_for_beside_another_one_that_may_be_booked() {
    wants("1", "17:30");
    hold("17:00");
    evening.runDue();
    later(HALF_AN_HOUR);
    goesBack(2);
    int sent = evening.shots().size();

    evening.but("list-404=always");
    assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    assertThat(statuses()).containsExactly("unknown", "unknown");
    evening.player.sandbox.faults().clear();
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked   Wed 2 Dec 2026 17:30");

    assertThat(statuses()).containsExactly("cancelled", "success");
    assertThat(evening.bookings().get(0)).containsEntry("last_error", "17:30 was booked");
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
    assertThat(evening.shots()).hasSize(sent);
  }

  /** What the listing shows is settled before anything is concluded from what it does not show. */
  @Test
  void after_a_backup_a_person_may_turn_out_to_hold_both_times() {
    wants("1", "17:30");
    evening.but("refuse=9").runDue();
    evening.player.sandbox.faults().clear();
    later(HALF_AN_HOUR);
    goesBack(2);
    evening.player.sandbox.holdByHand("1", LocalDateTime.parse(Evening.FIVE), HALF_AN_HOUR);

    later(Duration.ofMinutes(1));

    assertThat(statuses()).containsExactly("success", "success");
  }

  @Test
  void after_a_backup_what_the_person_says_of_one_time_and_the_listing_end_the_other() {
    wants("1", "17:30");
    hold("17:00");
    evening.runDue();
    later(HALF_AN_HOUR);
    goesBack(2);
    evening.player.court("resolve", id(1), "--booked").succeeds();
    assertThat(statuses()).containsExactly("unknown", "success");

    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();

    assertThat(statuses()).containsExactly("cancelled", "success");
  }

  @Test
  void what_nobody_came_for_is_told_once() {
    wants("1", "17:30");
    evening.asleepFor(Duration.between(Evening.OPENING, Evening.START).plusHours(2));

    Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.out()).startsWith("missed   Wed 2 Dec 2026 17:00 EST, or 17:30  ");
    assertThat(statuses()).containsExactly("missed", "missed");
  }

  @Test
  void a_time_that_is_not_needed_takes_no_court_from_another_schedule() {
    wants("1,2", "17:30");
    evening.adds("--at", HALF_PAST, "--court", "1");
    evening.runDue().succeeds();

    later(Duration.ofMinutes(29)).succeeds();

    assertThat(evening.bookings())
        .filteredOn(row -> row.get("schedule_id").equals(2))
        .extracting("booked_court_id")
        .containsExactly("1");
  }

  @Test
  void lists_show_one_line_and_programs_each_booking() {
    wants("1", "17:30");
    hold("17:00");

    assertThat(table("list", "--bookings").lines()).hasSize(2);
    assertThat(table("next").lines()).hasSize(2);
    evening.runDue();
    assertThat(table("list", "--bookings"))
        .contains("17:30")
        .doesNotContain("Wed 2 Dec 2026 17:00");
    later(HALF_AN_HOUR);

    assertThat(table("list", "--bookings", "--status", "failed")).isEmpty();
    assertThat(table("history")).contains("failed, then 17:30");
    assertThat(table("history", "--failed")).isEmpty();
    assertThat(evening.bookings())
        .extracting("alternative_to")
        .containsExactly(null, "2026-12-02T17:00:00-05:00");
    assertThat(table("export", "-o", "ics").split("BEGIN:VEVENT", -1)).hasSize(2);
  }

  /** No session outlives half an hour. */
  private Ran later(Duration span) {
    return evening.asleepFor(span).runDue();
  }

  private String table(String... line) {
    return evening.player.court(line).out();
  }

  private void wants(String courts, String or) {
    evening.adds("--at", Evening.FIVE, "--or", or, "--court", courts);
  }

  private String inDoubt() {
    evening.but("drop-answer,list-404");
    evening.runDue();
    evening.player.sandbox.faults().clear();
    return id(0);
  }

  private void hold(String... times) {
    for (String time : times) {
      evening.player.sandbox.hold(
          "1", LocalDateTime.parse("2026-12-02T" + time), Duration.ofMinutes(30));
    }
  }

  /** What a backup that was made before these times opened says of them, once it is restored. */
  private void goesBack(int bookings) {
    assertThat(evening.goesBack(home, Evening.START.plus(Duration.ofHours(2)), "default"))
        .isEqualTo(bookings);
  }

  private String id(int row) {
    return evening.bookings().get(row).get("id").toString();
  }

  private List<Object> statuses() {
    return evening.bookings().stream()
        .filter(row -> row.get("desired_time").toString().startsWith("2026-12-02"))
        .map(row -> row.get("status"))
        .toList();
  }
}
