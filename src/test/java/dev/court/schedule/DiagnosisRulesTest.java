package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.NewYork;
import dev.court.booking.AlternativeTimes;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.booking.Watch;
import dev.court.planning.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A booking for Wednesday, 2 December 2026 at five, which opens a week before. */
class DiagnosisRulesTest {
  private static final String ONCE = "2026-12-02T17:00";

  private static ScheduledBooking booking(
      ScheduleRequest asked, String addedAt, BookingStatus status, String error) {
    Schedule schedule =
        new Schedule(7, 1, asked, null, false, NewYork.at(addedAt), "uid", new TreeSet<>());
    Booking pending =
        new UnsavedBookings(schedule, NewYork.VENUE)
            .at(new Occurrences(asked.plan(), NewYork.VENUE).next(NewYork.at(ONCE), 1))
            .get(0)
            .booking();
    return new ScheduledBooking(
        schedule,
        pending.with(status, new Booking.Result(null, null, 1, error, null, false, null)));
  }

  private static ScheduleRequest request(String plan, String courts, String watch) {
    return new ScheduleRequest(
        null,
        NewYork.plan(plan),
        CourtPreference.parse(courts),
        Duration.ofMinutes(30),
        "1",
        Strategy.WHOLE,
        Optional.ofNullable(watch)
            .map(span -> new Watch(Duration.parse(span), Duration.ofMinutes(10))),
        AlternativeTimes.NONE);
  }

  private static FailureDiagnosis diagnosis(
      BookingStatus status, String error, String addedAt, String attempts) {
    return FailureDiagnosis.of(
            booking(request(ONCE, "1,2", null), addedAt, status, error),
            attempts(attempts),
            NewYork.VENUE,
            Optional.empty())
        .orElseThrow();
  }

  /** Such as {@code throttled@3 taken@2500}: answers, each with how late its request was, in ms. */
  private static List<Attempt> attempts(String text) {
    return Stream.ofNullable(text)
        .flatMap(all -> Stream.of(all.split(" ", -1)))
        .map(one -> one.split("@", -1))
        .map(one -> attempt(one[0].replace('_', ' '), Long.parseLong(one[1])))
        .toList();
  }

  private static Attempt attempt(String answer, long lateMs) {
    return new Attempt(1, 1, "1", Instant.EPOCH, lateMs, null, 10L, answer, 200, "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-20T10:00 | taken@12             | somebody was faster: it was asked for 12 ms after the opening, and was taken: gone
          2026-11-20T10:00 | taken@1000           | somebody was faster: it was asked for 1000 ms after the opening, and was taken: gone
          2026-11-20T10:00 | taken@5000           | the first request went out 5 seconds after the opening, and was taken: gone
          2026-11-20T10:00 | throttled@3 taken@2500 | Atrium had trouble at the opening (throttled); it was asked for again 2 seconds after it, and was taken: gone
          2026-11-20T10:00 | not_now@3 taken@2500 | Atrium had trouble at the opening (not now); it was asked for again 2 seconds after it, and was taken: gone
          2026-11-20T10:00 | not_sent@3 taken@2500 | Atrium had trouble at the opening (not sent); it was asked for again 2 seconds after it, and was taken: gone
          2026-11-20T10:00 | throttled@3 taken@900 | somebody was faster: it was asked for 3 ms after the opening, and was taken: gone
          2026-11-20T10:00 | taken@3 taken@2500   | somebody was faster: it was asked for 3 ms after the opening, and was taken: gone
          2026-11-25T18:00 | taken@12             | it had been open for 1 hour when it was asked for, and was taken: gone
          2026-11-20T10:00 | too_early@3          | Atrium says that it is not open yet: gone
          2026-11-20T10:00 | refused@3            | Atrium would not have it: gone
          2026-11-20T10:00 |                      | gone
          """)
  void says_why_a_booking_failed(String addedAt, String attempts, String why) {
    assertThat(diagnosis(BookingStatus.FAILED, "gone", addedAt, attempts).why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FAILED  | taken@12    | asking on, since people give courts back
          FAILED  | taken@5000  | court run-due has to be called each minute
          FAILED  | too_early@3 | the window or the time zone may be another at this building
          FAILED  | refused@3   | court history -v has the answer word for word
          FAILED  |             | court doctor says what is wrong now
          MISSED  |             | court run-due has to be called each minute
          UNKNOWN | unclear@3   | court resolve 0 --booked or --not-booked
          """)
  void says_what_would_help(BookingStatus status, String attempts, String help) {
    assertThat(diagnosis(status, "gone", "2026-11-20T10:00", attempts).help()).contains(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MISSED  |      |            | nothing was sent: no run came between its opening and its start
          MISSED  | gone | unclear@3  | gone
          UNKNOWN | gone | unclear@3  | a request may have booked: gone
          """)
  void says_why_a_booking_was_missed_or_is_unknown(
      BookingStatus status, String error, String attempts, String why) {
    assertThat(diagnosis(status, error, "2026-11-20T10:00", attempts).why()).isEqualTo(why);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FAILED", "MISSED", "UNKNOWN"})
  void there_is_no_diagnosis_of_any_other_status(BookingStatus status) {
    ScheduledBooking what = booking(request(ONCE, "1", null), ONCE, status, null);

    assertThat(FailureDiagnosis.of(what, attempts("taken@12"), NewYork.VENUE, Optional.empty()))
        .isEmpty();
    assertThat(FailureDiagnosis.isFor(what.booking())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-02T17:00 | 1   |      | the other courts too: court add --at 2026-12-02T17:00 --court 1,2 --duration 30; asking on, since people give courts back: court add --at 2026-12-02T17:00 --court 1 --duration 30 --keep-trying 1d
          2026-12-02T17:00 | 2   | PT1H | the other courts too: court add --at 2026-12-02T17:00 --court 2,1 --duration 30
          2026-12-02T17:00 | 1,2 |      | asking on, since people give courts back: court add --at 2026-12-02T17:00 --court 1,2 --duration 30 --keep-trying 1d
          2026-12-02T17:00 | 1,2 | PT1H | another time of day, or another day
          FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0 | 1 | | the other courts too: court edit 7 --court 1,2; asking on, since people give courts back: court edit 7 --keep-trying 1d
          """)
  void names_the_commands_that_would_help(
      String plan, String courts, String watch, String remedies) {
    ScheduledBooking what =
        booking(request(plan, courts, watch), ONCE, BookingStatus.FAILED, "gone");

    assertThat(new Remedies(what, NewYork.VENUE).inOneLine()).isEqualTo(remedies);
  }
}
