package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.store.Store;
import java.util.List;

/**
 * A time that was lost, where no other time of its occurrence is asked for any more.
 *
 * @param why in one line, as a run would have told it
 */
public record LeftLoss(Booking booking, String why) {
  static List<LeftLoss> of(Store store, Schedule changed, PassedOnLosses losses, Venue venue) {
    return losses.leftBy(changed).stream()
        .map(one -> new ScheduledBooking(changed, one))
        .flatMap(
            one ->
                FailureDiagnosis.read(store, one, venue).stream()
                    .map(found -> new LeftLoss(one.booking(), found.why())))
        .toList();
  }
}
