package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.Interruption;
import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithEvening;
import dev.court.booking.Booking;
import dev.court.log.Log;
import dev.court.sandbox.Reservation;
import dev.court.store.Database;
import dev.court.workspace.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person changes an occurrence that could be played at several times, when one is booked. */
@Tag("any-database")
@Tag("long-on-server")
class ChangedAlternativesTest extends WithEvening {
  private static final Instant HALF_PAST_OPENS = Evening.OPENING.plus(Duration.ofMinutes(30));
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

  /** A run has not told it as a loss, since half past would have done. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "edit 1 --or ",
        "edit 1 --time 19:00 --or ",
        "skip 1 2026-12-02",
        "pause 1",
        "remove 1 --yes",
        "away 2026-12-02"
      })
  void a_loss_that_was_passed_on_is_told_by_the_change_that_leaves_no_other_time(String change) {
    preferredIsTaken(SERIES);

    Ran ran = court(change).succeeds();

    assertThat(ran.err())
        .containsOnlyOnce("note: Wed 2 Dec 2026 17:00 was lost before: somebody was faster");
    assertThat(court("edit 1 --name again").err()).doesNotContain("was lost");
  }

  /** While it may be booked, nobody knows whether there is a loss. */
  @ParameterizedTest
  @ValueSource(strings = {"edit 1 --or ", "remove 1 --yes", "pause 1"})
  void a_loss_that_was_passed_on_is_told_when_the_person_says_that_the_other_was_not_booked(
      String change) {
    preferredIsTaken(ONCE);
    evening.but("drop-answer,list-404=99");
    assertThat(evening.asleepFor(Duration.ofMinutes(29)).runDue().code()).isEqualTo(8);
    assertThat(court(change).succeeds().err()).doesNotContain("was lost");
    String doubted = evening.bookings().get(1).get("id").toString();

    assertThat(court("resolve " + doubted + " --not-booked").succeeds().err())
        .containsOnlyOnce("note: Wed 2 Dec 2026 17:00 was lost before: somebody was faster");
  }

  @Test
  void a_loss_is_no_news_where_the_other_time_was_not_booked_and_is_asked_for_again() {
    preferredIsTaken(ONCE);
    evening.but("drop-answer,list-404=99");
    evening.asleepFor(Duration.ofMinutes(29)).runDue();
    String doubted = evening.bookings().get(1).get("id").toString();

    assertThat(court("resolve " + doubted + " --not-booked").succeeds().err()).isEmpty();
  }

  @Test
  void a_loss_is_no_news_where_another_time_is_left() {
    preferredIsTaken(SERIES);

    assertThat(court("edit 1 --or 18:00").succeeds().err()).doesNotContain("was lost");
    assertThat(court("skip 1 2026-12-09").succeeds().err()).doesNotContain("was lost");
    assertThat(court("away 2026-12-09").succeeds().err()).doesNotContain("was lost");
  }

  /** What the run finds is news unless it is left out by then. */
  @ParameterizedTest
  @CsvSource({"edit 1 --or, lost", "skip 1 2026-12-02, lost", "pause 1, note:"})
  void a_loss_is_told_once_where_the_change_comes_while_a_run_asks_for_the_other_time(
      String change, String told) {
    preferredIsTaken(SERIES);
    hold("17:30");
    List<Ran> said = new ArrayList<>();
    at(
        HALF_PAST_OPENS.minusSeconds(30),
        () -> said.add(court(change.replace("--or", "--or ")).succeeds()));

    Ran ran = evening.asleepFor(Duration.ofMinutes(29)).runDue();

    assertThat((said.get(0).err() + ran.out()).lines().filter(one -> one.contains(" 17:00")))
        .singleElement()
        .asString()
        .startsWith(told);
  }

  /** The run books nothing, and what it finds is no news for a wish that is gone. */
  @ParameterizedTest
  @CsvSource({
    "edit 1 --or, taken",
    "remove 1 --yes, taken",
    "pause 1, taken",
    "skip 1 2026-12-02, taken",
    "edit 1 --or, trouble",
    "remove 1 --yes, trouble",
    "pause 1, trouble",
    "skip 1 2026-12-02, trouble"
  })
  void no_loss_is_left_untold_where_the_change_comes_while_a_run_asks_for_the_other_time(
      String change, String fate) {
    preferredIsTaken(SERIES);
    if (fate.equals("taken")) {
      hold("17:30");
    } else {
      evening.but("429=99:3s");
    }
    List<Ran> said = new ArrayList<>();
    at(
        HALF_PAST_OPENS.minusSeconds(30),
        () -> said.add(court(change.replace("--or", "--or ")).succeeds()));

    Ran ran = evening.asleepFor(Duration.ofMinutes(29)).runDue();

    assertThat((said.get(0).err() + ran.out()).lines())
        .filteredOn(line -> line.matches("note: Wed 2 Dec 2026 17:00 was lost.*|lost +Wed 2.*"))
        .hasSize(1);
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
  }

  /** Nothing was sent, so that the next run brings it in line with what the person wants. */
  @ParameterizedTest
  @ValueSource(strings = {"edit 1 --or ", "remove 1 --yes", "skip 1 2026-12-02"})
  void no_loss_is_left_untold_where_the_run_that_was_to_ask_for_the_other_time_has_died(
      String change) {
    preferredIsTaken(SERIES);
    evening.asleepFor(Duration.ofMinutes(29));
    halfPastIsClaimedByDeadRun();
    assertThat(court(change).succeeds().err()).doesNotContain("was lost");

    Ran ran = evening.runDue();

    assertThat(ran.out()).startsWith("lost     Wed 2 Dec 2026 17:00 EST");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(statuses()).doesNotContain("pending", "in_flight");
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
  }

  /** The run was to tell it with the other time, which it gives back. */
  @ParameterizedTest
  @ValueSource(strings = {"edit 1 --or ", "remove 1 --yes", "skip 1 2026-12-02"})
  void no_loss_is_left_untold_where_the_run_that_was_to_ask_for_the_other_time_is_stopped(
      String change) {
    try (Receiver receiver = new Receiver()) {
      court("config set notify " + receiver.hook()).succeeds();
      preferredIsTaken(SERIES);
      at(
          HALF_PAST_OPENS.minusSeconds(30),
          () -> {
            StopSignal signal = evening.player.signal();
            assertThat(court(change).succeeds().err()).doesNotContain("was lost");
            signal.raise();
          });

      Ran ran = evening.asleepFor(Duration.ofMinutes(29)).runDue();
      evening.player.waitingBy(evening.player.clock);

      assertThat(ran.out()).startsWith("lost     Wed 2 Dec 2026 17:00 EST").hasLineCount(1);
      assertThat(statuses()).doesNotContain("pending", "in_flight");
      assertThat(evening.runDue().succeeds().out()).isEmpty();
      assertThat(receiver.events()).containsExactly("lost");
    }
  }

  @Test
  void a_loss_is_no_news_where_the_run_is_stopped_and_the_other_time_is_asked_for_again() {
    preferredIsTaken(SERIES);
    at(
        HALF_PAST_OPENS.minusSeconds(30),
        () -> {
          StopSignal signal = evening.player.signal();
          court("edit 1 --or 17:30,18:00").succeeds();
          signal.raise();
        });

    assertThat(evening.asleepFor(Duration.ofMinutes(29)).runDue().out()).isEmpty();
  }

  /** Of several reservations none stands for the others, so that each loss is told at once. */
  @Test
  void the_loss_of_a_part_is_not_told_again_where_one_reservation_is_wanted_by_now() {
    court("add --at 2026-12-02T17:00 --duration 60 --strategy split --court 1").succeeds();
    hold("17:00");
    assertThat(evening.runDue().out()).startsWith("lost     Wed 2 Dec 2026 17:00 EST");
    evening.but("429=99:3s");
    at(
        HALF_PAST_OPENS.minusSeconds(30),
        () -> court("edit 1 --strategy whole --duration 30").succeeds());

    Ran ran = evening.asleepFor(Duration.ofMinutes(29)).runDue();

    assertThat(ran.out()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  /** The schedule asks for another time by now, of which nobody knows whether it is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"edit 1 --time 19:00 --or ", "remove 1 --yes"})
  void what_is_told_in_place_of_another_time_names_no_remedy(String change) {
    try (Receiver receiver = new Receiver()) {
      court("config set notify " + receiver.hook()).succeeds();
      preferredIsTaken(ONCE);
      evening.but("429=99:3s");
      at(HALF_PAST_OPENS.minusSeconds(30), () -> court(change).succeeds());

      Ran ran = evening.asleepFor(Duration.ofMinutes(29)).runDue();

      assertThat(ran.out()).startsWith("lost     Wed 2 Dec 2026 17:00 EST");
      assertThat(ran.err()).isEmpty();
      assertThat(receiver.bodies("/hook"))
          .singleElement()
          .asString()
          .contains("Somebody was faster")
          .doesNotContain("court add");
    }
  }

  /** The change comes when the answer is known and not yet written down. */
  @Test
  void a_loss_is_told_as_one_where_the_other_time_goes_as_it_is_written_down() {
    court("add " + ONCE).succeeds();
    hold("17:00");
    evening.player.clock.once(() -> isCalledBy("ended"), () -> court("edit 1 --or ").succeeds());

    Ran ran = evening.runDue();

    assertThat(ran.out()).startsWith("lost     Wed 2 Dec 2026 17:00");
    assertThat(ran.code()).isEqualTo(3);
  }

  private static boolean isCalledBy(String method) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(one -> one.getMethodName().equals(method)));
  }

  private void halfPastIsClaimedByDeadRun() {
    Instant now = evening.player.clock.instant();
    try (Database database = new Database(HomeDatabase.url(home), Log.NONE)) {
      boolean isClaimed =
          database.transactDurably(
              store -> {
                long account = store.accounts().find("default").orElseThrow();
                Instant start = Evening.START.plus(Duration.ofMinutes(30));
                Booking halfPast =
                    store.bookings().between(account, start, start.plusSeconds(1)).get(0).booking();
                return store
                    .claims()
                    .tryClaim(halfPast, halfPast.opening(), "dead", now.minusSeconds(1));
              });
      assertThat(isClaimed).isTrue();
    }
  }

  private void at(Instant instant, Runnable happens) {
    evening.player.waitingBy(new Interruption(evening.player.clock, instant, happens));
  }

  private void hold(String time) {
    evening.player.sandbox.hold(
        "1", LocalDateTime.parse("2026-12-02T" + time), Duration.ofMinutes(30));
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
