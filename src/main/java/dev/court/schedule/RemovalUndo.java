package dev.court.schedule;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.planning.Occurrences;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.schedule.part.GivenBack;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;

/** Brings a removed schedule back as it was before. */
record RemovalUndo(Workspace workspace) {

  /**
   * Its bookings ahead wait again; what was booked meanwhile stays its own.
   *
   * @throws InvalidRequest when it has no time ahead
   */
  ChangedSchedule bringBack(Store store, Schedule removed) {
    Instant now = workspace.now();
    if (new Occurrences(removed.asked().plan(), workspace.venue()).firstAfter(now).isEmpty()) {
      throw new InvalidRequest(
          "schedule %s has no time ahead: there is nothing to bring back".formatted(removed.id()));
    }
    PassedOnLosses losses = PassedOnLosses.before(store, removed, now);
    store.schedules().restore(removed.id());
    Schedule schedule = workspace.schedule(store, removed.id());
    if (schedule.asked().plan() instanceof Plan.OneOff one) {
      new GivenBack(store).takeBackIn(schedule, one.at());
    }
    new BookingMaterializer(workspace.venue(), store, now).realign(schedule);
    return ChangedSchedule.of(
        workspace,
        store,
        schedule.id(),
        new OverlapFinder(store, workspace.venue(), now).with(schedule),
        losses);
  }
}
