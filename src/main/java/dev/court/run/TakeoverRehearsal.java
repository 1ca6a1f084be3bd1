package dev.court.run;

import dev.court.atrium.reservations.ListingSample;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Tactics;
import dev.court.run.opening.PreparedRequests;
import dev.court.run.opening.ReservationLookup;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Does once, for nothing, what a run does before an opening. The first time costs Java half a
 * second, which a run that takes a booking over at the last moment does not have.
 */
final class TakeoverRehearsal {
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final ExecutionContext context;
  private final BiFunction<ScheduledBooking, ExecutionResult, RunReport> recorder;

  TakeoverRehearsal(
      ExecutionContext context, BiFunction<ScheduledBooking, ExecutionResult, RunReport> recorder) {
    this.context = context;
    this.recorder = recorder;
  }

  /** Asks Atrium for a listing, and prepares the requests for a booking that is not this run's. */
  void rehearse(Booking booking, Secret token, RunOptions options) {
    Instant now = context.clock().instant();
    List<RunReport> unused =
        new OpeningCoordinator(
                List.of(
                    new OpeningCoordinator.Share(
                        List.of(), one -> options.deadline(one.at(), now), context, recorder)))
            .all();
    ReservationLookup lookup = new ReservationLookup(context.venue());
    CourtPreference courts = lookup.courts(booking);
    new Tactics(courts, booking.openShot()).next(List.of());
    try (ReservationConnection connection = context.reservations().connection()) {
      new PreparedRequests(booking, lookup, connection, token).prepare(courts);
      connection.connect(LONGEST);
      ListingSample unusedListing = connection.sample(token, LONGEST);
    }
  }
}
