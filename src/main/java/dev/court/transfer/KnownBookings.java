package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The bookings that exist while a calendar is imported, to make none of them twice. */
final class KnownBookings {
  private static final Set<BookingStatus> WANTED =
      Set.of(
          BookingStatus.PENDING,
          BookingStatus.IN_FLIGHT,
          BookingStatus.UNKNOWN,
          BookingStatus.SUCCESS);

  private final Workspace workspace;
  private final Store store;
  private Set<String> ownUids;

  KnownBookings(Workspace workspace, Store store) {
    this.workspace = workspace;
    this.store = store;
  }

  /** Whether a booking exists for a single start; a recurrence may have made it. */
  boolean has(ScheduleRequest asked) {
    if (!(asked.plan() instanceof Plan.OneOff one)) {
      return false;
    }
    Instant start = workspace.venue().occurrence(one.at()).instant();
    return between(start, start.plusMillis(1)).stream()
        .map(ScheduledBooking::booking)
        .anyMatch(booking -> WANTED.contains(booking.status()) && isFor(booking, asked));
  }

  /** Whether the calendar feed of this account has an event of that UID. */
  boolean hasFeedEvent(String uid) {
    if (ownUids == null) {
      ownUids =
          between(Instant.EPOCH, Schedule.FOREVER).stream()
              .map(CalendarFeed::uid)
              .collect(Collectors.toSet());
    }
    return ownUids.contains(uid);
  }

  private List<ScheduledBooking> between(Instant from, Instant to) {
    return store.bookings().between(workspace.accountId(store), from, to);
  }

  private static boolean isFor(Booking booking, ScheduleRequest asked) {
    return booking.duration().equals(asked.duration())
        && booking.courts().courtIds().stream().anyMatch(asked.courts().courtIds()::contains);
  }
}
