package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Evening;
import dev.court.HomeDatabase;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.log.Log;
import dev.court.run.shots.ShotFile;
import dev.court.run.shots.ShotFiles;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims: who may book, and what becomes of a booking whose run is gone. */
@Tag("any-database")
class AtMostOnceTest {
  private static final LeaseOwner SURVIVOR = new LeaseOwner("survivor", "boot", "gone"::equals);

  @TempDir Path home;
  private Evening evening;

  @BeforeEach
  void comes() {
    evening = Evening.at(home).wants("1,2");
    evening.player.as(SURVIVOR);
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void a_run_that_died_before_the_opening_leaves_the_booking_to_the_next() {
    claimedBy("gone");

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_run_that_died_before_its_first_request_is_followed_at_once_after_the_opening() {
    claimedBy("gone", file -> file.arm("1"));
    evening.player.clock.set(Evening.OPENING.plusMillis(300));

    assertThat(evening.runDue().succeeds().out()).startsWith("booked").contains("Court 1");

    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** Its request has booked; the listing does not show that for a while. */
  @Test
  void a_run_that_died_in_the_middle_makes_no_second_reservation_while_the_listing_lags() {
    evening.player.sandbox.hold("1", LocalDateTime.parse(Evening.FIVE), Duration.ofMinutes(30));
    claimedBy("gone", file -> file.shooting("1", Evening.OPENING));
    evening.but("list-empty");

    for (int tick = 0; tick < 5; tick++) {
      assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    }

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.booking()).containsEntry("status", "unknown");
    assertThat(evening.booking()).containsEntry("attempts", 2);
  }

  @Test
  void a_run_that_died_in_the_middle_is_followed_at_the_same_court_at_once() {
    claimedBy("gone", file -> file.shooting("2", Evening.OPENING));
    evening.player.clock.set(Evening.OPENING.plusMillis(300));

    assertThat(evening.runDue().succeeds().out()).startsWith("booked").contains("Court 2");

    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void an_answer_that_a_dead_run_did_not_write_down_is_not_asked_for_again() {
    claimedBy(
        "gone",
        file -> {
          file.shooting("1", Evening.OPENING);
          file.answered(booked(), "481001");
        });

    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked").contains("481001");

    assertThat(evening.shots()).isEmpty();
    assertThat(home.resolve("shots").resolve("1")).doesNotExist();
  }

  /** Its shot file is on another machine. */
  @Test
  void a_run_that_died_elsewhere_leaves_a_doubt_that_is_told_once_and_asks_for_no_court() {
    claimedBy("gone");
    evening.but("list-404");

    var ran = evening.aMinuteLater();

    assertThat(ran.code()).isEqualTo(8);
    assertThat(ran.out()).startsWith("unknown").hasLineCount(1);
    assertThat(evening.aMinuteLater().out()).isEmpty();
    evening.player.sandbox.faults().clear();
    assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    assertThat(evening.shots()).isEmpty();

    evening.player.court("resolve", "1", "--not-booked").succeeds();
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");
  }

  @Test
  void a_doubt_ends_as_success_when_the_reservation_is_there() {
    evening.runDue().succeeds();
    onDisk(store -> store.bookings().tryChangeStatus(only(store), BookingStatus.PENDING, null));
    claimedBy("gone");

    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked").contains("Court 1");

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void the_claim_of_a_living_run_is_left_alone() {
    claimedBy("alive");

    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "in_flight");
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void a_claim_is_not_believed_for_longer_than_a_run_can_last() {
    claimedBy("alive");

    assertThat(evening.after(Duration.ofMinutes(5)).code()).isEqualTo(8);

    assertThat(evening.booking()).containsEntry("status", "unknown");
  }

  @Test
  void a_machine_that_sleeps_through_the_opening_sends_nothing_late() {
    evening.player.clock.set(Evening.OPENING.minusMillis(500));
    evening.player.clock.oversleep(Duration.ofHours(8));

    assertThat(evening.runDue().code()).isEqualTo(5);

    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void a_machine_that_sleeps_between_two_requests_sends_no_second_one() {
    evening.player.clock.set(Evening.OPENING);
    evening.player.clock.oversleep(Duration.ofHours(8));
    evening.but("429=1");

    assertThat(evening.runDue().code()).isEqualTo(5);

    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void two_runs_at_once_make_one_request() {
    var one = BackgroundTask.begin(() -> evening.player.court("run-due"));
    var other = BackgroundTask.begin(() -> evening.player.court("run-due"));

    assertThat(one.join().code() + other.join().code()).isZero();

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.held()).containsExactly("Court 1");
  }

  /** What a run noted that died then. */
  private interface Noted {
    void in(ShotFile file) throws IOException;
  }

  private void claimedBy(String run, Noted noted) {
    claimedBy(run);
    Booking booking = onDisk(AtMostOnceTest::only);
    ShotFiles shots = new ShotFiles(home, SURVIVOR.boot(), Log.NONE);
    shots.begin(booking, run);
    try {
      noted.in(shots.of(booking));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attempt booked() {
    return new Attempt(1, 1, "1", Evening.OPENING, 0, null, 5L, "booked", 201, "{}");
  }

  private void claimedBy(String run) {
    Instant until = Evening.OPENING.plus(Duration.ofMinutes(2));
    boolean taken =
        onDisk(store -> store.claims().tryClaim(only(store), only(store).opening(), run, until));
    assertThat(taken).isTrue();
  }

  private static Booking only(Store store) {
    long account = store.accounts().find("default").orElseThrow();
    return store
        .bookings()
        .between(account, Evening.START, Evening.START.plusMillis(1))
        .get(0)
        .booking();
  }

  private <T> T onDisk(Function<Store, T> work) {
    return HomeDatabase.transact(home, work);
  }
}
