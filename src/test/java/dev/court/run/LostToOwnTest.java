package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.Outcome;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.house.OwnCourts;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookings of one account for one time, which other runs hold or which are settled already. */
class LostToOwnTest extends WithTransaction {

  @Test
  void what_another_run_asks_for_is_left_to_it() {
    wants("1,2");
    claimedBy("another run", Evening.OPENING.plusSeconds(120));
    wants("1");
    wants("1,2");

    DueClaims.Allotted allotted =
        step(
            transaction -> {
              DueClaims claims =
                  new DueClaims(transaction, RunOptions.DEFAULT, workspace.venue(), name -> true);
              return claims.find();
            });

    assertThat(allotted.due()).extracting(one -> one.courts().toString()).containsExactly("2");
    assertThat(allotted.leftOut())
        .extracting(one -> one.what().booking().scheduleId())
        .containsExactly(2L);
  }

  /** The first booking asked for courts 1 and 2; the second one is for court 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUCCESS   | 1   | your own schedule 2 booked Court 1              | true
          SUCCESS   | 1,2 | your own schedule 2 booked Court 1; gone        | true
          SUCCESS   | 2   | gone                                            | true
          UNKNOWN   | 1   | your own schedule 2 may have booked Court 1     | true
          IN_FLIGHT | 1   | your own schedule 2 asks for Court 1            | true
          PENDING   | 1   | gone                                            | true
          FAILED    | 1   | gone                                            | true
          """)
  void a_court_of_ones_own_is_not_told_as_somebody_elses(
      BookingStatus other, String taken, String reason, boolean isTaken) {
    wants("1,2");
    wants("1");
    is(2, other);

    assertThat(explained(taken)).isEqualTo(new Outcome.Lost(reason, isTaken));
  }

  @Test
  void nobody_waits_for_courts_that_are_all_ones_own() {
    wants("1");
    wants("1");
    is(2, BookingStatus.SUCCESS);

    assertThat(explained("1"))
        .isEqualTo(new Outcome.Lost("your own schedule 2 booked Court 1", false));
  }

  /** The request whose answer was lost came second, to a court that the other booking got. */
  @Test
  void the_reservation_of_one_booking_is_not_read_as_that_of_another() {
    wants("1,2");
    wants("1");
    is(1, BookingStatus.UNKNOWN);
    is(2, BookingStatus.SUCCESS);

    String courts =
        step(
            transaction -> {
              ScheduledBooking what = transaction.store().bookings().find(1, 1).orElseThrow();
              return own(transaction, what).courtsOfOwn(what.booking()).orElseThrow().toString();
            });

    assertThat(courts).isEqualTo("2");
  }

  private Outcome explained(String taken) {
    return step(
        transaction -> {
          ScheduledBooking what = transaction.store().bookings().find(1, 1).orElseThrow();
          return LostToOwn.explained(
              what,
              new Outcome.Lost("gone", true),
              Stream.of(taken.split(",", -1)).map(LostToOwnTest::attempt).toList(),
              own(transaction, what),
              workspace.venue());
        });
  }

  private OwnCourts own(RunTransaction transaction, ScheduledBooking what) {
    return OwnCourts.around(
        transaction.store(),
        1,
        workspace.venue(),
        Evening.OPENING,
        List.of(new DueBooking(what, Evening.OPENING)));
  }

  private static Attempt attempt(String court) {
    return new Attempt(1, 1, court, Evening.OPENING, 0, null, 1L, "taken", 400, "gone");
  }

  private void is(long id, BookingStatus status) {
    onDisk(
        store -> {
          Booking before = booking(store, id);
          store.claims().tryClaim(before, before.opening(), "run", Evening.START);
          Booking.Result result =
              new Booking.Result(
                  null,
                  status == BookingStatus.SUCCESS ? "1" : null,
                  1,
                  null,
                  0L,
                  false,
                  status == BookingStatus.UNKNOWN ? "1" : null);
          return status == BookingStatus.IN_FLIGHT
              || store.claims().trySettle(before.with(status, result), "run", before.opening());
        });
  }

  private static Booking booking(Store store, long id) {
    return store.bookings().find(1, id).orElseThrow().booking();
  }

  private void wants(String courts) {
    new AddSchedule(workspace.venue(), clock, () -> workspace)
        .add(
            new ScheduleRequest(
                null,
                new Plan.OneOff(LocalDateTime.parse(Evening.FIVE)),
                CourtPreference.parse(courts),
                Duration.ofMinutes(30),
                "1"),
            false);
  }
}
