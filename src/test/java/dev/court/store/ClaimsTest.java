package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.Player;
import dev.court.WithPlayer;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A claim: one run holds it, and only that run ends it. */
@Tag("any-database")
class ClaimsTest extends WithPlayer {
  private static final Instant NOW = Player.NOW;
  private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(2));

  private Booking pending;

  @BeforeEach
  void a_pending_booking() {
    type("add --at 2026-12-02T17:00 --court 1").succeeds();
    pending = stored();
  }

  @Test
  void the_second_run_does_not_get_the_claim() {
    assertThat(claim("one")).isTrue();

    assertThat(claim("other")).isFalse();

    assertThat(held().run()).isEqualTo("one");
  }

  @Test
  void a_booking_that_is_settled_is_not_claimed() {
    claim("one");
    assertThat(succeeds(claims -> claims.trySettle(won(), "one", NOW))).isTrue();

    assertThat(claim("other")).isFalse();

    assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
  }

  @Test
  void only_the_run_that_holds_the_claim_settles_the_booking() {
    claim("one");

    assertThat(succeeds(claims -> claims.trySettle(won(), "other", NOW))).isFalse();
    assertThat(stored().status()).isEqualTo(BookingStatus.IN_FLIGHT);

    assertThat(succeeds(claims -> claims.trySettle(won(), "one", NOW))).isTrue();
    assertThat(stored().result().reservationId()).isEqualTo("4711");
  }

  @Test
  void a_claim_that_another_run_has_taken_over_is_not_ended_for_the_first() {
    claim("one");
    HeldClaim first = held();
    assertThat(succeeds(claims -> claims.tryRelease(first))).isTrue();
    claim("other");

    assertThat(succeeds(claims -> claims.tryRelease(first))).isFalse();

    assertThat(held().run()).isEqualTo("other");
  }

  /** Two runs read it as unknown; one asked again, and it became unknown anew. */
  @Test
  void an_old_doubt_does_not_settle_a_newer_one() {
    Booking unknown = pending.with(BookingStatus.UNKNOWN, pending.result());
    claim("one");
    succeeds(claims -> claims.trySettle(unknown, "one", NOW));
    succeeds(claims -> claims.tryClaim(unknown, NOW, "two", UNTIL));
    succeeds(claims -> claims.trySettle(unknown, "two", NOW.plusSeconds(30)));

    assertThat(succeeds(claims -> claims.tryClaim(unknown, NOW, "old", UNTIL))).isFalse();
    assertThat(succeeds(claims -> claims.tryClaim(unknown, NOW.plusSeconds(30), "new", UNTIL)))
        .isTrue();
  }

  /** The other one asks for the court of this reservation only, so it finds that it is taken. */
  @Test
  void a_late_reservation_settles_what_another_run_holds() {
    claim("other");

    assertThat(succeeds(claims -> claims.trySettleLate(won()))).isTrue();

    assertThat(stored().status()).isEqualTo(BookingStatus.SUCCESS);
    assertThat(succeeds(claims -> claims.trySettle(pending, "other", NOW))).isFalse();
  }

  /** At a database that is far away, each question would make the opening later. */
  @Test
  void many_are_claimed_and_armed_with_one_question_each() throws SQLException {
    type("add --at 2026-12-03T17:00 --court 1,2").succeeds();
    type("add --at 2026-12-04T17:00 --court 1,2").succeeds();
    List<Booking> all = onDisk(ClaimsTest::all);
    succeeds(claims -> claims.tryClaim(all.get(1), all.get(1).opening(), "other", UNTIL));
    try (StatementRecorder recorder =
            new StatementRecorder(home + "-many", () -> HomeDatabase.connect(home));
        Connection connection = DriverManager.getConnection(recorder.url())) {
      Claims claims = new Claims(new Sql(connection), LeaseClock.OWN, Optional.empty());

      assertThat(claims.tryClaim("one", true, all.stream().map(ClaimsTest::wish).toList()))
          .containsExactly(true, false, true);
      assertThat(claims.tryArm("one", all.stream().map(ClaimsTest::arm).toList()))
          .containsExactly(true, false, true);

      assertThat(recorder.drained()).hasSize(2);
      assertThat(claims.heldBy("one")).extracting(HeldClaim::armed).containsExactly("2", "2");
    }
  }

  private static Claims.Unclaimed wish(Booking booking) {
    return new Claims.Unclaimed(booking, booking.opening(), UNTIL);
  }

  private static Claims.Arm arm(Booking booking) {
    return new Claims.Arm(new DueBooking(new ScheduledBooking(null, booking), NOW).claimed(), "2");
  }

  private static List<Booking> all(Store store) {
    return LongStream.rangeClosed(1, 3)
        .mapToObj(id -> store.bookings().find(account(store), id).orElseThrow().booking())
        .toList();
  }

  private boolean succeeds(Predicate<Claims> attempt) {
    return onDisk(store -> attempt.test(store.claims()));
  }

  private boolean claim(String run) {
    return succeeds(claims -> claims.tryClaim(pending, pending.opening(), run, UNTIL));
  }

  private HeldClaim held() {
    return onDisk(store -> store.claims().held(account(store)).get(0));
  }

  private Booking won() {
    return pending.with(
        BookingStatus.SUCCESS, new Booking.Result("4711", "1", 1, null, 3L, false, null));
  }

  private Booking stored() {
    return onDisk(store -> store.bookings().find(account(store), 1).orElseThrow().booking());
  }

  private static long account(Store store) {
    return store.accounts().find("default").orElseThrow();
  }

  private <T> T onDisk(Function<Store, T> work) {
    return HomeDatabase.transact(home, work);
  }
}
