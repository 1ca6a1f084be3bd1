package dev.court.run;

import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.Notifier;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.store.Store;
import dev.court.store.UnsettledBooking;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Settles bookings whose outcome is unknown, by reading what Atrium holds. */
final class UnknownReconciler {
  private final Workspace workspace;
  private final LeaseOwner claimant;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final Notifier tidings;

  UnknownReconciler(
      Workspace workspace,
      LeaseOwner claimant,
      Session session,
      Supplier<Reservations> reservations,
      Notifier tidings) {
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
  record Candidate(UnsettledBooking unknown, boolean isNews) {}

  /** What came of each; one that stays unknown is told as such. */
  RunReport settle(List<Candidate> doubts) {
    if (doubts.isEmpty()) {
      return RunReport.NOTHING;
    }
    Listing listing = listing();
    List<RunReport.BookingReport> told = new ArrayList<>();
    for (Candidate doubt : doubts) {
      settle(doubt, listing).ifPresent(told::add);
    }
    return RunReport.of(told);
  }

  private Listing listing() {
    try {
      Secret token = session.accessToken(workspace.now().plus(OutcomeMapper.GRACE));
      Listing listing = reservations.get().list(token);
      return listing instanceof Listing.TokenRefused
          ? reservations.get().list(session.replace(token))
          : listing;
    } catch (Problem e) {
      return new Listing.NotReadable(e.getMessage());
    }
  }

  private Optional<RunReport.BookingReport> settle(Candidate doubt, Listing listing) {
    ScheduledBooking what = doubt.unknown().what();
    Event.Reading reading = new ReservationLookup(workspace.venue()).look(listing, what.booking());
    if (reading.held().isPresent()) {
      Event.HeldCourt held = reading.held().get();
      return settled(what, new Outcome.Won(held.courtId(), held.reservationId()));
    }
    // An empty listing proves nothing while the request may still be under way.
    if (reading.readable() && !workspace.now().isBefore(doubt.unknown().conclusiveFrom())) {
      return settled(what, new Outcome.TryAgain("nothing was booked", Duration.ZERO));
    }
    Outcome still = new Outcome.Unresolved(what.booking().result().lastError());
    return Optional.of(new RunReport.BookingReport(what, Optional.of(still), doubt.isNews()));
  }

  /** Empty when another run was faster. */
  private Optional<RunReport.BookingReport> settled(ScheduledBooking what, Outcome outcome) {
    OutcomeMapper settlement = new OutcomeMapper(workspace.venue(), workspace.now());
    Booking settled = settlement.settled(what.booking(), outcome, List.of());
    ScheduledBooking after = new ScheduledBooking(what.schedule(), settled);
    boolean kept =
        workspace
            .database()
            .transactDurably(store -> keep(store, what, after, outcome, settlement));
    return kept ? Optional.of(RunReport.BookingReport.news(after, outcome)) : Optional.empty();
  }

  private boolean keep(
      Store store,
      ScheduledBooking what,
      ScheduledBooking after,
      Outcome outcome,
      OutcomeMapper settlement) {
    boolean kept =
        store.claims().tryClaim(what.booking(), claimant.id(), settlement.now())
            && store.claims().trySettle(after.booking(), claimant.id(), settlement.now());
    if (kept) {
      tidings.of(store, after, Optional.of(outcome), what.booking(), settlement.now());
    }
    return kept;
  }
}
