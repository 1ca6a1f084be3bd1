package dev.court.run;

import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.Tidings;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.store.Claims;
import dev.court.store.Store;
import dev.court.workspace.Claimant;
import dev.court.workspace.Workspace;
import java.time.Duration;
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
  private final Tidings tidings;

  Settling(
      Workspace workspace,
      Claimant claimant,
      Session session,
      Supplier<Reservations> reservations,
      Tidings tidings) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.session = session;
    this.reservations = reservations;
    this.tidings = tidings;
  }

  /**
   * A booking to be settled.
   *
   * @param isNews whether nobody was told of it yet
   */
  record Doubt(Claims.Unknown unknown, boolean isNews) {}

  /** What came of each; one that stays unknown is told as such. */
  RunReport settle(List<Doubt> doubts) {
    if (doubts.isEmpty()) {
      return RunReport.NOTHING;
    }
    Listing listing = listing();
    List<RunReport.Told> told = new ArrayList<>();
    for (Doubt doubt : doubts) {
      settle(doubt, listing).ifPresent(told::add);
    }
    return RunReport.of(told);
  }

  private Listing listing() {
    try {
      Secret token = session.accessToken(workspace.now().plus(Settlement.GRACE));
      Listing listing = reservations.get().list(token);
      return listing instanceof Listing.Unauthorised
          ? reservations.get().list(session.replace(token))
          : listing;
    } catch (Problem e) {
      return new Listing.NotReadable(e.getMessage());
    }
  }

  private Optional<RunReport.Told> settle(Doubt doubt, Listing listing) {
    ScheduledBooking what = doubt.unknown().what();
    Event.Reading reading = new InAtrium(workspace.venue()).look(listing, what.booking());
    if (reading.held().isPresent()) {
      Event.Held held = reading.held().get();
      return settled(what, new Outcome.Won(held.courtId(), held.reservationId()));
    }
    // An empty listing proves nothing while the request may still be under way.
    if (reading.readable() && !workspace.now().isBefore(doubt.unknown().conclusiveFrom())) {
      return settled(what, new Outcome.TryAgain("nothing was booked", Duration.ZERO));
    }
    Outcome still = new Outcome.Unclear(what.booking().result().lastError());
    return Optional.of(new RunReport.Told(what, Optional.of(still), doubt.isNews()));
  }

  /** Empty when another run was faster. */
  private Optional<RunReport.Told> settled(ScheduledBooking what, Outcome outcome) {
    Settlement settlement = new Settlement(workspace.venue(), workspace.now());
    Booking settled = settlement.settled(what.booking(), outcome, List.of());
    ScheduledBooking after = new ScheduledBooking(what.schedule(), settled);
    boolean kept =
        workspace
            .database()
            .transactDurably(store -> keep(store, what, after, outcome, settlement));
    return kept ? Optional.of(RunReport.Told.news(after, outcome)) : Optional.empty();
  }

  private boolean keep(
      Store store,
      ScheduledBooking what,
      ScheduledBooking after,
      Outcome outcome,
      Settlement settlement) {
    boolean kept =
        store.claims().take(what.booking(), claimant.id(), settlement.now())
            && store.claims().settle(after.booking(), claimant.id(), settlement.now());
    if (kept) {
      tidings.of(store, after, Optional.of(outcome), what.booking(), settlement.now());
    }
    return kept;
  }
}
