package dev.court.operation;

import dev.court.atrium.Listing;
import dev.court.atrium.Reservations;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Claims;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Settles bookings whose outcome is unknown, by reading what Atrium holds. */
final class Settling {
  private final Workspace workspace;
  private final Claimant claimant;
  private final Session session;
  private final Supplier<Reservations> reservations;

  Settling(
      Workspace workspace,
      Claimant claimant,
      Session session,
      Supplier<Reservations> reservations) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.session = session;
    this.reservations = reservations;
  }

  /** What came of each; one that stays unknown is told as such. */
  List<RunReport.Told> settle(List<Claims.Unknown> unknown) {
    if (unknown.isEmpty()) {
      return List.of();
    }
    Listing listing = listing();
    List<RunReport.Told> told = new ArrayList<>();
    for (Claims.Unknown one : unknown) {
      Event.Reading reading = new InAtrium(workspace.venue()).look(listing, one.what().booking());
      told.add(settle(one, outcome(reading, listing)));
    }
    return told;
  }

  private Listing listing() {
    try {
      return reservations.get().list(session.accessToken(workspace.now().plus(Settlement.GRACE)));
    } catch (Problem e) {
      return new Listing.NotReadable(e.getMessage());
    }
  }

  private static Outcome outcome(Event.Reading reading, Listing listing) {
    if (reading.held().isPresent()) {
      Event.Held held = reading.held().get();
      return new Outcome.Won(held.courtId(), held.reservationId());
    }
    if (!reading.readable()) {
      return new Outcome.Unclear(
          listing instanceof Listing.NotReadable not
              ? "the reservations cannot be read: " + not.reason()
              : "the reservations do not tell whether it was booked");
    }
    return new Outcome.TryAgain("nothing was booked", Duration.ZERO);
  }

  private RunReport.Told settle(Claims.Unknown unknown, Outcome outcome) {
    ScheduledBooking what = unknown.what();
    boolean tooSoon =
        outcome instanceof Outcome.TryAgain && workspace.now().isBefore(unknown.conclusiveFrom());
    if (outcome instanceof Outcome.Unclear || tooSoon) {
      Outcome still = new Outcome.Unclear(what.booking().result().lastError());
      return new RunReport.Told(what, Optional.of(still), false);
    }
    Settlement settlement = new Settlement(workspace.venue(), workspace.now());
    Booking settled = settlement.settled(what.booking(), outcome, List.of());
    Instant next = settlement.nextTry(what.booking(), outcome);
    workspace.database().transactDurably(store -> keep(store, what, settled, next));
    return RunReport.Told.news(new ScheduledBooking(what.schedule(), settled), outcome);
  }

  private boolean keep(Store store, ScheduledBooking what, Booking settled, Instant next) {
    return store.claims().take(what.booking(), claimant.id(), next)
        && store.claims().settle(settled, claimant.id(), next);
  }
}
