package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.schedule.house.Unwinnable;
import dev.court.schedule.house.UnwinnableFinder;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/**
 * A schedule after its change.
 *
 * @param stillHeld bookings ahead that the schedule does not want any more, but that the change
 *     does not undo: reservations that Atrium holds, and requests under way
 * @param overlaps other schedules of this account for the same time; empty unless edited
 * @param unwinnable bookings that get no court beside those of other schedules
 * @param lost times that were lost while another one would have done, which the change has left
 *     without one: nobody was told of them yet
 */
public record ChangedSchedule(
    ScheduleView view,
    List<StillHeld> stillHeld,
    List<Overlap> overlaps,
    List<Unwinnable> unwinnable,
    List<LeftLoss> lost) {

  static ChangedSchedule of(
      Workspace workspace, Store store, long id, List<Overlap> overlaps, PassedOnLosses losses) {
    Instant now = workspace.now();
    Schedule schedule = store.schedules().find(workspace.accountId(store), id).orElseThrow();
    List<Booking> bookings = store.bookings().of(schedule);
    return new ChangedSchedule(
        ScheduleView.of(schedule, bookings, now, workspace.venue()),
        new UnwantedBookings(schedule, new WantedNow(workspace.venue(), store, now), now)
            .among(bookings),
        overlaps,
        new UnwinnableFinder(store, workspace.venue(), now).with(schedule),
        LeftLoss.of(store, schedule, losses, workspace.venue()));
  }
}
