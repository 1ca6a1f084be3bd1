package dev.court.schedule.house;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the bookings of the next weeks that cannot be won, since a schedule asks for them too. */
public final class UnwinnableFinder {
  private final Store store;
  private final Venue venue;
  private final Instant now;

  public UnwinnableFinder(Store store, Venue venue, Instant now) {
    this.store = store;
    this.venue = venue;
    this.now = now;
  }

  /** Those of a schedule, and those of others for the same time; one for each schedule. */
  public List<Unwinnable> with(Schedule mine) {
    List<Booking> ahead =
        mine.removed()
            ? List.of()
            : store.bookings().ahead(mine, now).stream()
                .filter(one -> one.status() == BookingStatus.PENDING && !mine.leavesOut(one))
                .toList();
    return ahead.isEmpty() ? List.of() : among(near(mine, ahead), ahead);
  }

  private List<ScheduledBooking> near(Schedule mine, List<Booking> ahead) {
    Instant first = ahead.get(0).start().minus(OwnCourts.AROUND);
    Instant last = ahead.get(ahead.size() - 1).start().plus(OwnCourts.AROUND);
    return store.bookings().between(mine.accountId(), first, last);
  }

  private List<Unwinnable> among(List<ScheduledBooking> near, List<Booking> ahead) {
    List<DueBooking> asked =
        near.stream()
            .filter(this::isAskedFor)
            .map(one -> new DueBooking(one, one.booking().opening()))
            .toList();
    OwnCourts own = new OwnCourts(near, asked, venue, now);
    Map<Long, List<ScheduledBooking>> bySchedule =
        asked.stream()
            .map(DueBooking::what)
            .filter(one -> own.courts(one.booking()).isEmpty())
            .filter(one -> ahead.stream().anyMatch(one.booking()::overlaps))
            .collect(
                Collectors.groupingBy(
                    one -> one.schedule().id(), LinkedHashMap::new, Collectors.toList()));
    return bySchedule.values().stream().map(all -> unwinnable(all, own)).toList();
  }

  /** What was taken, and is watched, is asked for at other times. */
  private boolean isAskedFor(ScheduledBooking one) {
    Booking booking = one.booking();
    return booking.status() == BookingStatus.PENDING
        && !booking.result().watched()
        && !one.isAlternative()
        && booking.start().isAfter(now)
        && !one.schedule().removed()
        && !one.schedule().leavesOut(booking);
  }

  private Unwinnable unwinnable(List<ScheduledBooking> all, OwnCourts own) {
    ScheduledBooking first = all.get(0);
    String reason = own.reason(first.booking(), EnumSet.allOf(BookingStatus.class)).orElse("");
    return new Unwinnable(first, all.size() - 1, reason);
  }
}
