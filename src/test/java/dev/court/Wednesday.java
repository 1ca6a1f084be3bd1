package dev.court;

import dev.court.booking.AlternativeTimes;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.booking.Watch;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;

/** The booking for Wednesday, 2 December, five o'clock, which opens as {@link Evening} says. */
public record Wednesday(Booking booking) {
  private static final LocalDateTime FIVE = LocalDateTime.parse(Evening.FIVE);

  /** It waits for its opening. */
  public static Wednesday pending() {
    return new Wednesday(booking(1, FIVE, Duration.ofMinutes(30)));
  }

  /** Half an hour of the hour from five on. */
  public static Booking part(long id, LocalDateTime start) {
    return booking(id, start, Duration.ofMinutes(30));
  }

  private static Booking booking(long id, LocalDateTime start, Duration duration) {
    Occurrence occurrence = Occurrence.of(start, ZoneId.of("America/New_York"));
    return new Booking(
        id,
        1,
        occurrence,
        occurrence.instant().minus(Duration.ofDays(7)),
        CourtPreference.parse("1,2"),
        duration,
        "1",
        BookingStatus.PENDING,
        Booking.Result.NONE,
        Evening.START);
  }

  public Wednesday is(BookingStatus status) {
    return new Wednesday(booking.with(status, booking.result()));
  }

  /** The last run left this reason; null for none. */
  public Wednesday failing(String reason) {
    return new Wednesday(
        booking.with(
            booking.status(),
            new Booking.Result(null, null, 1, reason, 0L, booking.result().watched(), null)));
  }

  /** So many requests were sent for it. */
  public Wednesday asked(int attempts) {
    return new Wednesday(
        booking.with(
            booking.status(), new Booking.Result(null, null, attempts, null, 0L, false, null)));
  }

  /** Every court was taken, and is asked for again. */
  public Wednesday watched() {
    return new Wednesday(
        booking.with(
            booking.status(),
            new Booking.Result(null, null, 1, booking.result().lastError(), 0L, true, null)));
  }

  public ScheduledBooking scheduled() {
    return addedAt(Evening.OPENING.minus(Duration.ofDays(3)));
  }

  public ScheduledBooking addedAt(Instant createdAt) {
    return new ScheduledBooking(schedule(createdAt, Optional.empty()), booking);
  }

  /** The same where the courts are to be asked for again when the courts are taken. */
  public ScheduledBooking watching(Watch watch) {
    return new ScheduledBooking(
        schedule(Evening.OPENING.minus(Duration.ofDays(3)), Optional.of(watch)), booking);
  }

  public DueBooking due(Instant at) {
    return new DueBooking(scheduled(), at);
  }

  private Schedule schedule(Instant createdAt, Optional<Watch> watch) {
    return new Schedule(
        1,
        1,
        new ScheduleRequest(
            null,
            new Plan.OneOff(FIVE),
            booking.courts(),
            booking.duration(),
            "1",
            Strategy.WHOLE,
            watch,
            AlternativeTimes.NONE),
        null,
        false,
        createdAt,
        "1",
        new TreeSet<>());
  }
}
