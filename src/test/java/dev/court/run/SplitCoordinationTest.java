package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Wednesday;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.log.Log;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The parts of one evening, from five on, and the courts that they get. */
class SplitCoordinationTest {
  private static final Booking FIVE = part(1, "17:00");
  private static final Booking HALF_PAST = part(2, "17:30");
  private static final Booking SIX = part(3, "18:00");
  private static final Optional<Outcome> WON = Optional.of(new Outcome.Won("2", "481001"));
  private static final Optional<Outcome> LOST = Optional.of(new Outcome.Lost("taken"));

  private final SplitCoordination siblings =
      new SplitCoordination(List.of(FIVE, HALF_PAST, SIX), Duration.ofMillis(1), Log.NONE);

  @Test
  void a_part_learns_the_court_of_the_part_before_it() throws InterruptedException {
    siblings.ended(FIVE, WON);

    assertThat(siblings.courtBefore(HALF_PAST, false)).contains("2");
  }

  @Test
  void a_part_whose_predecessor_lost_learns_nothing() throws InterruptedException {
    siblings.ended(FIVE, WON);
    siblings.ended(HALF_PAST, LOST);

    assertThat(siblings.courtBefore(SIX, true)).isEmpty();
  }

  @Test
  void the_first_part_waits_for_nobody() throws InterruptedException {
    assertThat(siblings.courtBefore(FIVE, true)).isEmpty();
  }

  @Test
  void a_part_that_opens_now_does_not_wait_for_the_one_before_it() throws InterruptedException {
    SplitCoordination patient =
        new SplitCoordination(List.of(FIVE, HALF_PAST), Duration.ofDays(1), Log.NONE);

    assertThat(patient.courtBefore(HALF_PAST, false)).isEmpty();
  }

  @Test
  void a_part_that_is_late_waits_for_the_one_before_it() throws InterruptedException {
    SplitCoordination patient =
        new SplitCoordination(List.of(FIVE, HALF_PAST), Duration.ofDays(1), Log.NONE);
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> patient.ended(FIVE, WON));

    assertThat(patient.courtBefore(HALF_PAST, true)).contains("2");
    other.join();
  }

  @Test
  void a_part_that_is_late_waits_no_longer_than_its_patience() throws InterruptedException {
    assertThat(siblings.courtBefore(HALF_PAST, true)).isEmpty();
  }

  @Test
  void the_first_word_on_a_part_counts() throws InterruptedException {
    siblings.ended(FIVE, WON);
    siblings.ended(FIVE, Optional.empty());

    assertThat(siblings.courtBefore(HALF_PAST, false)).contains("2");
  }

  @Test
  void of_the_parts_that_are_booked_the_nearest_gives_its_court() {
    List<Booking> booked = List.of(booked(FIVE, "1"), booked(HALF_PAST, "2"));

    assertThat(SplitCoordination.courtOfNearest(SIX, booked)).contains("2");
  }

  @Test
  void a_part_that_is_not_booked_gives_no_court() {
    assertThat(SplitCoordination.courtOfNearest(SIX, List.of(FIVE, HALF_PAST))).isEmpty();
  }

  private static Booking booked(Booking part, String courtId) {
    return part.with(
        BookingStatus.SUCCESS, new Booking.Result("481001", courtId, 1, null, 0L, false, null));
  }

  private static Booking part(long id, String time) {
    return Wednesday.part(id, LocalDateTime.parse("2026-12-02T" + time));
  }
}
