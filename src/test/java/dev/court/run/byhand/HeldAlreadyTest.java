package dev.court.run.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The person made a reservation by hand, in the portal, for what court is to book. */
class HeldAlreadyTest extends WithEvening {

  private void byHand(String court, String start, int minutes) {
    evening.player.sandbox.holdByHand(
        court, LocalDateTime.parse(start), Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void nothing_is_asked_for_when_any_of_the_courts_is_held(String court) {
    byHand(court, Evening.FIVE, 30);
    evening.wants("1,2");

    Ran ran = evening.runDue().succeeds();

    assertThat(ran.out())
        .isEqualTo(
            "held     Wed 2 Dec 2026 17:00 EST  Court %s, held already, reservation 481001\n"
                .formatted(court));
    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking())
        .containsEntry("status", "success")
        .containsEntry("booked_court_id", court)
        .containsEntry("reservation_id", "481001")
        .containsEntry("attempts", 0)
        .containsEntry("late_ms", null);
    assertThat(evening.aMinuteLater().out()).isEmpty();
  }

  @Test
  void what_has_been_open_for_long_is_looked_at_first_too() {
    byHand("2", Evening.FIVE, 30);
    evening.asleepFor(Duration.ofDays(2)).wants("1,2");

    assertThat(evening.runDue().succeeds().out()).startsWith("held     Wed 2 Dec 2026 17:00");

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void both_halves_of_a_split_hour_are_held_by_one_reservation() {
    byHand("1", Evening.FIVE, 60);
    evening.asleepFor(Duration.ofDays(2));
    evening.adds("--at", Evening.FIVE, "--court", "1,2", "--duration", "60", "--strategy", "split");

    evening.runDue().succeeds();

    assertThat(evening.shots()).isEmpty();
    assertThat(evening.bookings()).extracting(one -> one.get("status")).containsOnly("success");
  }

  @Test
  void of_two_schedules_one_is_held_and_the_other_is_booked() {
    byHand("1", Evening.FIVE, 30);
    evening.wants("1,2").wants("1,2");

    evening.runDue().succeeds();

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
    assertThat(evening.bookings()).extracting(one -> one.get("status")).containsOnly("success");
  }

  @Test
  void what_is_at_another_time_or_on_another_court_does_not_count() {
    byHand("2", Evening.FIVE, 30);
    byHand("1", "2026-12-02T17:30", 30);
    evening.wants("1");

    assertThat(evening.runDue().succeeds().out()).startsWith("booked   Wed 2 Dec 2026 17:00");

    assertThat(evening.shots()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list-404=always", "list-empty=always", "5xx@list=always"})
  void a_listing_that_cannot_be_read_changes_nothing(String fault) {
    byHand("1", Evening.FIVE, 30);
    evening.wants("1,2").but(fault);

    assertThat(evening.runDue().out()).startsWith("booked   Wed 2 Dec 2026 17:00 EST  Court 2");

    assertThat(evening.shots()).hasSize(2);
  }
}
