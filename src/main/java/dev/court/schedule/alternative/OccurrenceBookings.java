package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The bookings of one occurrence that could be played at several times: one of them is to be won.
 *
 * @param all by start
 */
public record OccurrenceBookings(List<Booking> all) {
  /** What is shown of an occurrence: the first of these statuses that a booking of it has. */
  private static final List<Predicate<Booking>> SHOWN_FIRST =
      List.of(
          has(BookingStatus.SUCCESS),
          has(BookingStatus.IN_FLIGHT),
          has(BookingStatus.UNKNOWN),
          OccurrenceBookings::isWaiting,
          has(BookingStatus.PENDING));

  public OccurrenceBookings {
    all = all.stream().sorted(Comparator.comparing(Booking::start)).toList();
  }

  /** Those of the occurrence that a booking is for, as they are stored. */
  public static OccurrenceBookings of(Store store, ScheduledBooking what) {
    return among(store.bookings().onTheDayOf(what.booking()), what);
  }

  /** Those of the occurrence that a booking is for, among bookings of its schedule. */
  public static OccurrenceBookings among(List<Booking> some, ScheduledBooking what) {
    Schedule schedule = what.schedule();
    Booking booking = what.booking();
    return new OccurrenceBookings(
        some.stream()
            .filter(
                one -> one.id() == booking.id() || schedule.asked().isTimeOf(booking.partOf(), one))
            .toList());
  }

  /**
   * Whether a booking may be asked for. Nothing of the occurrence may be held beside it, and those
   * that the person likes better are lost; what is watched counts as lost. One that is unknown is
   * its own doubt: to ask for its court again books nothing else.
   */
  public boolean hasTurn(Booking booking) {
    return heldBeside(booking).isEmpty() && better(booking).findAny().isEmpty();
  }

  /**
   * Whether a booking may be asked for where none of the occurrence that the person likes better
   * can be asked for now. One of those that has opened and waits, since trouble has put it off or
   * since others of the account have its courts, keeps no other time from its opening.
   */
  boolean mayBeAsked(Booking booking, Instant now) {
    return heldBeside(booking).isEmpty()
        && better(booking).noneMatch(one -> one.opening().isAfter(now));
  }

  /** One beside a booking that Atrium holds, or may hold; empty when there is none. */
  public Optional<Booking> heldBeside(Booking booking) {
    return others(booking).filter(one -> one.status().mayBeHeld()).findFirst();
  }

  /** The one that Atrium holds; empty when there is none. */
  public Optional<Booking> won() {
    return all.stream().filter(has(BookingStatus.SUCCESS)).findFirst();
  }

  /** Whether one opens in that time that was not asked for yet. */
  boolean opensBetween(Instant from, Instant to) {
    return all.stream()
        .filter(OccurrenceBookings::isWaiting)
        .anyMatch(one -> one.opening().isAfter(from) && one.opening().isBefore(to));
  }

  /** When the next one beside a booking opens that was not asked for yet. */
  Optional<Instant> nextOpening(Booking booking, Instant now) {
    return others(booking)
        .filter(OccurrenceBookings::isWaiting)
        .map(Booking::opening)
        .filter(now::isBefore)
        .findFirst();
  }

  /**
   * The one that stands for the occurrence: what is booked, else what comes next, else the last.
   */
  public Booking shown() {
    return first(all)
        .or(() -> all.stream().filter(OccurrenceBookings::isLost).reduce((one, later) -> later))
        .orElseGet(() -> all.get(0));
  }

  /**
   * What a loss is while another time of the occurrence is not lost; all else is what it was.
   *
   * @param booking whose outcome it is
   */
  public Outcome passedOn(Booking booking, Outcome outcome, Instant now) {
    boolean isLoss = outcome instanceof Outcome.Lost || outcome instanceof Outcome.Missed;
    return isLoss
        ? first(others(booking).toList())
            .<Outcome>map(other -> new Outcome.PassedOn(outcome, words(other, now)))
            .orElse(outcome)
        : outcome;
  }

  private static Optional<Booking> first(List<Booking> some) {
    return SHOWN_FIRST.stream()
        .flatMap(isFirst -> some.stream().filter(isFirst).limit(1))
        .findFirst();
  }

  private static String words(Booking other, Instant now) {
    if (other.status() == BookingStatus.PENDING && !other.start().isAfter(now)) {
      return "";
    }
    String what =
        switch (other.status()) {
          case SUCCESS -> "is booked";
          case IN_FLIGHT -> "is being booked";
          case UNKNOWN -> "may be booked";
          default -> {
            if (!isWaiting(other)) {
              yield "is asked for again";
            }
            yield other.opening().isAfter(now) ? "is tried when it opens" : "is tried next";
          }
        };
    return time(other) + " " + what;
  }

  /** Such as 17:30. */
  public static LocalTime time(Booking booking) {
    return booking.occurrence().start().toLocalTime();
  }

  /** Those that wait and go before a booking; none before one that is unknown. */
  private Stream<Booking> better(Booking booking) {
    return booking.status() == BookingStatus.UNKNOWN
        ? Stream.empty()
        : others(booking).filter(one -> isWaiting(one) && one.start().isBefore(booking.start()));
  }

  private Stream<Booking> others(Booking booking) {
    return all.stream().filter(one -> one.id() != booking.id());
  }

  private static boolean isWaiting(Booking booking) {
    return booking.status() == BookingStatus.PENDING && !booking.result().watched();
  }

  private static boolean isLost(Booking booking) {
    return booking.status() == BookingStatus.FAILED || booking.status() == BookingStatus.MISSED;
  }

  private static Predicate<Booking> has(BookingStatus status) {
    return booking -> booking.status() == status;
  }
}
