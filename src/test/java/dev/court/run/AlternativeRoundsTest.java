package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Interruption;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import dev.court.booking.TemporaryTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How a run goes on from a time of an occurrence that is lost to the next one, and when it ends.
 */
@Tag("any-database")
@Tag("long-on-server")
class AlternativeRoundsTest extends WithEvening {
  private static final Instant HALF_PAST_OPENS = Evening.OPENING.plus(Duration.ofMinutes(30));

  /** A watch that was left on a loss looked like the work of a wrong clock, and was asked again. */
  @Test
  void a_watched_time_that_is_refused_for_good_is_asked_for_once() {
    evening.adds("--at", Evening.FIVE, "--or", "18:00", "--court", "1", "--keep-trying", "1d");
    evening.takenBySomebody("1");
    assertThat(evening.runDue().out()).startsWith("waiting");
    evening.but("refuse=9:You have reached your limit of reservations");

    Ran ran = evening.asleepFor(Duration.ofMinutes(10)).runDue().succeeds();

    assertThat(evening.shots()).hasSize(2);
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.out()).startsWith("taken").endsWith("; 18:00 is tried when it opens\n");
    assertThat(statuses()).containsExactly("failed", "pending");
  }

  @Test
  void what_was_lost_is_told_where_the_next_time_cannot_be_asked_for() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1").takenBySomebody("1");
    evening.asleepFor(Duration.ofHours(1));
    evening.player.clock.once(
        () -> !evening.shots().isEmpty() && isCalledBy("prepare"),
        () -> {
          throw new TemporaryTrouble("the database is away");
        });

    Ran ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).startsWith("taken    Wed 2 Dec 2026 17:00 EST");
    assertThat(ran.err()).isEqualTo("court: the database is away\n");
    assertThat(evening.aMinuteLater().out()).startsWith("booked   Wed 2 Dec 2026 17:30 EST");
  }

  /** Nobody knows of another schedule's booking whether it has the only court. */
  @Test
  void a_time_that_has_no_court_to_ask_for_keeps_no_other_one_from_its_opening() {
    evening.wants("1").but("drop-answer,list-404").runDue();
    evening.player.sandbox.faults().clear();
    evening.but("list-404=99");
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1");

    evening.asleepFor(Duration.ofMinutes(29)).runDue();

    assertThat(evening.shots())
        .filteredOn(shot -> shot.body().contains("\"start_time\":\"2026-12-02T17:30"))
        .hasSize(1);
    assertThat(statuses()).contains("cancelled", "success");
  }

  /** Too many requests: nothing can be held, and nobody knows when it passes. */
  @Test
  void a_time_in_trouble_makes_the_next_one_no_later_than_its_opening() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1").but("429=99:3s");
    evening.runDue();
    assertThat(statuses()).containsExactly("pending", "pending");
    asleepUntil(HALF_PAST_OPENS.minusSeconds(50));

    evening.runDue();

    assertThat(afterOpening("17:30")).isLessThan(Duration.ofSeconds(1));
    assertThat(evening.held()).isEmpty();
  }

  @Test
  void trouble_that_begins_just_before_the_next_opening_does_so_neither() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1").but("429=99:3s");
    asleepUntil(HALF_PAST_OPENS.minusSeconds(50));

    evening.runDue();

    assertThat(afterOpening("17:00")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    assertThat(afterOpening("17:30")).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void what_an_edit_names_is_wanted_beside_what_it_does_not_name_any_more() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30,18:00", "--court", "1").takenBySomebody("1");
    evening.runDue();
    evening.asleepFor(Duration.ofMinutes(29));
    List<Ran> said = new ArrayList<>();
    evening.player.waitingBy(
        new Interruption(
            evening.player.clock,
            Evening.OPENING.plus(Duration.ofMinutes(29)),
            () ->
                said.add(
                    evening.player.court(
                        "edit", "1", "--at", "2026-12-02T18:00", "--or", "18:30"))));

    evening.runDue();

    assertThat(said.get(0).err()).startsWith("note: Wed 2 Dec 2026 17:30 is being booked");
    assertThat(statuses()).containsExactly("failed", "success", "pending", "pending");
  }

  @Test
  void a_time_that_is_to_be_left_alone_for_a_while_leaves_the_next_one_its_opening() {
    evening.adds("--at", Evening.FIVE, "--or", "17:30", "--court", "1").but("429=1:90s");
    asleepUntil(HALF_PAST_OPENS.minusSeconds(50));

    Ran ran = evening.runDue();

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("booked   Wed 2 Dec 2026 17:30 EST  Court 1, +0 ms");
    assertThat(statuses()).containsExactly("cancelled", "success");
  }

  private void asleepUntil(Instant instant) {
    evening.asleepFor(Duration.between(evening.player.clock.instant(), instant));
  }

  /** Of the first request for a time. */
  private Duration afterOpening(String time) {
    return evening.shots().stream()
        .filter(shot -> shot.body().contains("\"start_time\":\"2026-12-02T" + time))
        .findFirst()
        .orElseThrow()
        .afterOpening();
  }

  private static boolean isCalledBy(String method) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(one -> one.getMethodName().equals(method)));
  }

  private List<Object> statuses() {
    return evening.bookings().stream().map(row -> row.get("status")).toList();
  }
}
