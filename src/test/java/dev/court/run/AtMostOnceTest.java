package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Evening;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims: who may book, and what becomes of a booking whose run is gone. */
class AtMostOnceTest {
  private static final LeaseOwner SURVIVOR = new LeaseOwner("survivor", "", "gone"::equals);

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
  void a_run_that_died_after_the_opening_leaves_a_doubt_that_is_told_once() {
    claimedBy("gone");
    evening.but("list-404");

    var ran = evening.aMinuteLater();

    assertThat(ran.code()).isEqualTo(8);
    assertThat(ran.out()).startsWith("unknown").hasLineCount(1);
    assertThat(evening.aMinuteLater().out()).isEmpty();
    assertThat(evening.shots()).isEmpty();
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
  void a_doubt_ends_as_another_try_when_nothing_is_there_for_long_enough() {
    claimedBy("gone");
    assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    assertThat(evening.aMinuteLater().code()).isEqualTo(8);
    assertThat(evening.shots()).isEmpty();

    assertThat(evening.aMinuteLater().code()).isEqualTo(5);
    assertThat(evening.aMinuteLater().succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
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

  private void claimedBy(String run) {
    Instant until = Evening.OPENING.plus(Duration.ofMinutes(2));
    boolean taken = onDisk(store -> store.claims().tryClaim(only(store), run, until));
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
    return new Database("jdbc:h2:file:" + home.resolve("court"), Log.NONE).transact(work);
  }
}
