package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithEvening;
import dev.court.sandbox.Reservation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person changes an occurrence that could be played at several times, when one is booked. */
@Tag("any-database")
@Tag("long-on-server")
class ChangedAlternativesTest extends WithEvening {
  private static final String ONCE = "--at 2026-12-02T17:00 --or 17:30 --court 1";
  private static final String SERIES =
      "--on we --time 17:00 --from 2026-12-02 --or 17:30 --court 1";

  @Test
  void without_other_times_a_watch_books_nothing_beside_the_one_that_was_booked() {
    halfPastIsBooked(ONCE + " --keep-trying 1d");

    court("edit 1 --or ").succeeds();
    theirCourtIsGivenBack();
    later();
    later();

    assertThat(statuses()).containsExactly("cancelled", "success");
    assertThat(evening.held()).hasSize(1);
  }

  @Test
  void without_other_times_a_loss_is_not_asked_for_at_another_court_beside_the_one_booked() {
    halfPastIsBooked(ONCE);

    court("edit 1 --or  --court 1,2").succeeds();
    later();

    assertThat(statuses()).containsExactly("failed", "success");
    assertThat(evening.held()).hasSize(1);
    String lost = evening.bookings().get(0).get("id").toString();
    court("retry " + lost)
        .failsWith(2, "is one of several times that would have done, and 17:30 is booked");
  }

  @Test
  void without_other_times_nothing_is_asked_for_beside_one_that_may_be_booked() {
    preferredIsTaken(ONCE + " --keep-trying 1d");
    evening.but("drop-answer,list-404");
    assertThat(evening.asleepFor(Duration.ofMinutes(29)).runDue().code()).isEqualTo(8);
    evening.player.sandbox.faults().clear();
    evening.but("list-404");

    court("edit 1 --or ").succeeds();
    theirCourtIsGivenBack();
    int sent = evening.shots().size();
    later();
    assertThat(evening.shots().subList(sent, evening.shots().size()))
        .allSatisfy(
            shot -> assertThat(shot.body()).doesNotContain("\"start_time\":\"2026-12-02T17:00"));

    String doubted = evening.bookings().get(1).get("id").toString();
    court("resolve " + doubted + " --not-booked").succeeds();
    assertThat(statuses()).containsExactly("pending", "cancelled");
  }

  /** The preferred time is another one by now, and the reservation is of the same occurrence. */
  @ParameterizedTest
  @ValueSource(strings = {ONCE, SERIES})
  void what_is_cancelled_ends_the_occurrence_as_its_schedule_has_it_now(String what) {
    halfPastIsBooked(what);
    court("edit 1 --time 16:30 --or 17:30").succeeds();

    Ran ran = court("cancel 481002 --yes").succeeds();
    later();

    assertThat(ran.err())
        .isEqualTo(
            what.equals(ONCE)
                ? "Schedule 1 is removed with it; court resume 1 books that time again\n"
                : "Schedule 1 leaves that time out; court skip 1 2026-12-02T16:30 --undo takes it"
                    + " back in\n");
    assertThat(statuses()).doesNotContain("pending", "success");
    assertThat(evening.held()).isEmpty();
  }

  @Test
  void what_was_cancelled_comes_back_as_its_schedule_has_it_now() {
    halfPastIsBooked(SERIES);
    court("edit 1 --time 16:30 --or 17:30").succeeds();
    court("cancel 481002 --yes").succeeds();

    court("skip 1 2026-12-02T16:30 --undo").succeeds();
    later();

    assertThat(evening.held()).hasSize(1);
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private void preferredIsTaken(String what) {
    court("add " + what).succeeds();
    evening.player.sandbox.hold(
        "1", LocalDateTime.parse("2026-12-02T17:00"), Duration.ofMinutes(30));
    evening.runDue();
  }

  private void halfPastIsBooked(String what) {
    preferredIsTaken(what);
    evening.asleepFor(Duration.ofMinutes(29)).runDue().succeeds();
    assertThat(statuses()).element(1).isEqualTo("success");
  }

  /** Whoever was faster gives the court back. */
  private void theirCourtIsGivenBack() {
    evening.player.sandbox.reservations().stream()
        .filter(one -> one.holder().equals(Reservation.SOMEBODY))
        .map(one -> String.valueOf(one.id()))
        .toList()
        .forEach(evening.player.sandbox::cancel);
  }

  private Ran later() {
    return evening.asleepFor(Duration.ofMinutes(30)).runDue();
  }

  private List<Object> statuses() {
    return evening.bookings().stream()
        .filter(row -> row.get("desired_time").toString().startsWith("2026-12-02"))
        .map(row -> row.get("status"))
        .toList();
  }
}
