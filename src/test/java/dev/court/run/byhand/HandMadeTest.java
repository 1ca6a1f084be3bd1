package dev.court.run.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Wednesday;
import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.TennisCourt;
import dev.court.run.byhand.SeenListing.SeenCourt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reservation is the person's own where no booking has it, nor may have it. */
class HandMadeTest {
  private static final String ID = "481001";
  private static final Booking WANTED = Wednesday.pending().booking();

  /** Court 1 for half an hour from five. */
  private static final SeenCourt SHOWN = shown(WANTED.start(), WANTED.start().plusSeconds(1800));

  private static SeenCourt shown(Instant from, Instant to) {
    return new SeenCourt(
        new TennisCourt("1", 8, "Court 1"),
        new HeldReservation(ID, 8L, "Court 1", from, to, false));
  }

  private static Booking other(
      String start,
      BookingStatus status,
      String reservationId,
      String bookedCourt,
      int attempts,
      String openCourt) {
    Booking at = Wednesday.part(2, LocalDateTime.parse("2026-12-02T" + start));
    return at.with(
        status,
        new Booking.Result(reservationId, bookedCourt, attempts, null, null, false, openCourt));
  }

  private static Attempt asked(String court, String raw) {
    return new Attempt(2, 1, court, Instant.EPOCH, 0, null, null, "taken", 400, raw);
  }

  private static boolean isByHand(Booking other, List<Attempt> history, Set<Long> unasked) {
    return new HandMade(List.of(WANTED, other), one -> one.id() == 2 ? history : List.of(), unasked)
        .isByHand(SHOWN, WANTED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // start, status, reservation, booked court, attempts, open court, whether by hand
        "17:00, PENDING,   -,      -, 0, -, true",
        "17:00, MISSED,    -,      -, 0, -, true",
        "17:00, CANCELLED, -,      -, 0, -, true",
        "17:00, FAILED,    -,      -, 0, -, true",
        "17:00, SUCCESS,   481001, 1, 1, -, false",
        "17:00, CANCELLED, 481001, 1, 1, -, false",
        "09:00, CANCELLED, 481001, 2, 1, -, false",
        "17:00, SUCCESS,   481002, 2, 0, -, true",
        "17:00, SUCCESS,   481002, 2, 1, -, true",
        "17:00, SUCCESS,   481002, 1, 1, -, false",
        "17:00, SUCCESS,   -,      1, 1, -, false",
        "17:00, SUCCESS,   -,      2, 1, -, true",
        "17:00, SUCCESS,   -,      -, 1, -, false",
        "17:30, SUCCESS,   -,      1, 1, -, true",
        "17:00, UNKNOWN,   -,      -, 0, 2, false",
        "17:00, UNKNOWN,   -,      -, 0, -, false",
        "09:00, UNKNOWN,   -,      -, 3, 2, false",
        "17:00, IN_FLIGHT, -,      -, 0, -, false",
        "17:00, PENDING,   -,      -, 2, -, false",
        "17:00, PENDING,   -,      -, 0, 1, false",
        "17:00, FAILED,    -,      -, 1, -, false",
        "17:30, FAILED,    -,      -, 1, -, true",
        "17:00, SKIPPED,   -,      -, 1, -, false"
      })
  void what_another_booking_has_or_may_have_is_not_made_by_hand(
      String start,
      BookingStatus status,
      String reservationId,
      String bookedCourt,
      int attempts,
      String openCourt,
      boolean byHand) {
    Booking other = other(start, status, reservationId, bookedCourt, attempts, openCourt);

    assertThat(isByHand(other, List.of(), Set.of())).isEqualTo(byHand);
  }

  @ParameterizedTest
  @CsvSource({
    "1, taken, false",
    "2, taken, true",
    "2, reservation 481001 instead, false",
  })
  void a_court_that_was_asked_for_and_a_reservation_that_was_named_may_be_its_own(
      String court, String raw, boolean byHand) {
    Booking lost = other("17:00", BookingStatus.FAILED, null, null, 1, null);

    assertThat(isByHand(lost, List.of(asked(court, raw)), Set.of())).isEqualTo(byHand);
  }

  @Test
  void what_this_run_had_not_asked_for_when_it_was_seen_cannot_have_it() {
    Booking claimed = other("17:00", BookingStatus.IN_FLIGHT, null, null, 0, null);
    Booking askedBefore = other("17:00", BookingStatus.IN_FLIGHT, null, null, 1, null);

    assertThat(isByHand(claimed, List.of(), Set.of(1L, 2L))).isTrue();
    assertThat(isByHand(claimed, List.of(), Set.of(1L))).isFalse();
    assertThat(isByHand(askedBefore, List.of(), Set.of(1L, 2L))).isFalse();
    assertThat(isByHand(claimed, List.of(asked("2", "")), Set.of(1L, 2L))).isFalse();
  }

  @Test
  void a_reservation_that_reaches_into_the_time_of_another_booking_may_be_its_own() {
    SeenCourt hour = shown(WANTED.start(), WANTED.start().plus(Duration.ofHours(1)));
    Booking later = other("17:30", BookingStatus.FAILED, null, null, 1, null);

    assertThat(new HandMade(List.of(later), one -> List.of(), Set.of()).isByHand(hour, WANTED))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "PENDING, -,      -, 0, -, true",
        "PENDING, -,      -, 1, -, false",
        "PENDING, -,      -, 0, 1, false",
        "PENDING, 481001, -, 0, -, false",
        "PENDING, -,      1, 0, -, false"
      })
  void only_what_was_never_asked_for_is_new(
      BookingStatus status,
      String reservationId,
      String bookedCourt,
      int attempts,
      String openCourt,
      boolean isNew) {
    HandMade rule = new HandMade(List.of(), one -> List.of(), Set.of());
    HandMade withHistory = new HandMade(List.of(), one -> List.of(asked("1", "")), Set.of());
    Booking one = other("17:00", status, reservationId, bookedCourt, attempts, openCourt);

    assertThat(rule.isNew(one)).isEqualTo(isNew);
    assertThat(withHistory.isNew(one)).isFalse();
  }
}
