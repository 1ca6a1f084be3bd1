package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.AlternativesText;
import dev.court.planning.BookingParts;
import dev.court.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the person wants now. A run works with a booking as it was when the run claimed it, and a
 * command that changes a schedule leaves alone what a run holds. So whatever takes a booking out of
 * the hands of a run asks here what has become of the wish meanwhile.
 */
public final class WantedNow {
  private final Venue venue;
  private final Store store;
  private final Instant now;

  public WantedNow(Venue venue, Store store, Instant now) {
    this.venue = venue;
    this.store = store;
    this.now = now;
  }

  /**
   * Brings a booking that no run holds any more in line with its schedule, and with it the other
   * bookings of that schedule: a split that was asked for meanwhile has more parts. Pending becomes
   * cancelled when the schedule was removed or moved to another time, and skipped when its date was
   * left out. To be called in the transaction that ended the claim, after the row was changed.
   *
   * @return the booking as it is afterwards
   */
  public ScheduledBooking align(long accountId, long bookingId) {
    align(find(accountId, bookingId));
    return find(accountId, bookingId);
  }

  private void align(ScheduledBooking returned) {
    if (!returned.schedule().removed()) {
      realign(returned.schedule());
    } else if (returned.booking().status() == BookingStatus.PENDING) {
      store.bookings().tryChangeStatus(returned.booking(), BookingStatus.CANCELLED, null);
    }
  }

  /** The same for all bookings ahead of a schedule in force. */
  public void realign(Schedule schedule) {
    new BookingMaterializer(venue, store, now).realign(schedule);
  }

  /**
   * Like {@link #align}, where the schedule is known as it was when the run claimed the booking:
   * nothing is done while it is the same, since to read a rule takes a while. Where the window or
   * the zone has changed meanwhile, this run knows only the old one, so the next run aligns.
   *
   * @return the booking as it is afterwards; empty when it was not aligned
   */
  public Optional<ScheduledBooking> alignIfChanged(ScheduledBooking claimed) {
    Schedule before = claimed.schedule();
    Schedule after = store.schedules().find(before.accountId(), before.id()).orElseThrow();
    boolean isLeftToNextRun = new BookingMaterializer(venue, store, now).isLeftToNextRun(after);
    return isLeftToNextRun || after.equals(before)
        ? Optional.empty()
        : Optional.of(align(before.accountId(), claimed.booking().id()));
  }

  private ScheduledBooking find(long accountId, long bookingId) {
    return store.bookings().find(accountId, bookingId).orElseThrow();
  }

  /**
   * Whether the person wants a booking as it is: neither removed nor left out by a date or a pause,
   * and still a part of the plan, as long as it was. Its courts are not looked at.
   */
  public boolean isWanted(Schedule schedule, Booking booking) {
    return isInForce(schedule, booking)
        && part(schedule, booking)
            .filter(part -> part.duration().equals(booking.duration()))
            .isPresent();
  }

  /** Whether the person wants to play from the time of a booking on, however long. */
  boolean isTimeWanted(Schedule schedule, Booking booking) {
    return isInForce(schedule, booking) && part(schedule, booking).isPresent();
  }

  /** Whether the person wants a booking as it is, on that court. */
  public boolean isWanted(Schedule schedule, Booking booking, String courtId) {
    return schedule.asked().courts().courtIds().contains(courtId) && isWanted(schedule, booking);
  }

  /** Whether the date of a booking was taken out of its schedule, not its time by a pause. */
  public static boolean isLeftOutByDate(Schedule schedule, Booking booking) {
    return leftOutDate(schedule, booking).isPresent();
  }

  /**
   * The date that was taken out of its schedule with a booking. Where several times would do,
   * another one may have become the preferred one since the booking was made.
   */
  public static Optional<LocalDateTime> leftOutDate(Schedule schedule, Booking booking) {
    return schedule.asked().plan() instanceof Plan.Recurring recurring
        ? recurring.exdates().stream()
            .filter(date -> booking.isOf(date) || isOtherTimeOf(schedule, date, booking))
            .findFirst()
        : Optional.empty();
  }

  /** A date with a time that is not preferred any more leaves nothing out. */
  private static boolean isOtherTimeOf(Schedule schedule, LocalDateTime date, Booking booking) {
    Instant preferred = Occurrence.of(date, booking.occurrence().start().getZone()).instant();
    return schedule.asked().isEither()
        && schedule.asked().isTimeOf(preferred, booking)
        && date.toLocalTime().equals(AlternativesText.preferred(schedule.asked().plan()));
  }

  private static boolean isInForce(Schedule schedule, Booking booking) {
    return !schedule.removed() && !schedule.leavesOut(booking);
  }

  private Optional<BookingPart> part(Schedule schedule, Booking booking) {
    return new BookingParts(schedule.asked(), venue).at(booking.start());
  }
}
