package dev.court.run;

import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Event;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.run.opening.ReservationLookup;
import dev.court.schedule.alternative.LetGo;
import dev.court.schedule.house.OwnCourts;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.store.UnsettledBooking;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Settles bookings whose outcome is unknown, by reading what Atrium holds. */
final class UnknownReconciler {
  private static final Duration TO_READ = Duration.ofSeconds(90);

  private final Workspace workspace;
  private final LeaseOwner leaseOwner;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final Notifier notifier;

  UnknownReconciler(
      Workspace workspace,
      LeaseOwner leaseOwner,
      Session session,
      Supplier<Reservations> reservations,
      Notifier notifier) {
    this.workspace = workspace;
    this.leaseOwner = leaseOwner;
    this.session = session;
    this.reservations = reservations;
    this.notifier = notifier;
  }

  /**
   * A booking to be settled.
   *
   * @param before as it was when the run began: unknown already, or claimed by a run that died
   * @param courts on which a reservation can be its own; empty when other bookings have all of them
   * @param isBesideAnother whether another time of its occurrence is booked, or may be
   */
  record Candidate(
      UnsettledBooking unknown,
      Booking before,
      Optional<CourtPreference> courts,
      boolean isBesideAnother) {
    /** Another booking's reservation is not taken for this one's. */
    Event.Reading look(Listing listing, ReservationLookup lookup) {
      return courts
          .map(ids -> lookup.look(listing, unknown.what().booking().asking(ids)))
          .orElseGet(
              () -> new Event.Reading(listing instanceof Listing.Complete, Optional.empty()));
    }

    /** What is held on that court is another booking's. */
    Candidate without(String courtId) {
      Optional<CourtPreference> others =
          courts
              .map(all -> all.courtIds().stream().filter(one -> !one.equals(courtId)).toList())
              .filter(ids -> !ids.isEmpty())
              .map(CourtPreference::new);
      return new Candidate(unknown, before, others, isBesideAnother);
    }
  }

  /** Reports each; one that stays unknown too. */
  RunReport settle(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return RunReport.NOTHING;
    }
    Listing listing = listing();
    ReservationLookup lookup = new ReservationLookup(workspace.venue());
    RunReport report = RunReport.NOTHING;
    Map<Candidate, Event.Reading> notShown = new LinkedHashMap<>();
    Deque<Candidate> left = new ArrayDeque<>(candidates);
    while (!left.isEmpty()) {
      Candidate candidate = left.pop();
      Event.Reading reading = candidate.look(listing, lookup);
      Optional<RunReport> settled = reading.held().flatMap(held -> settled(candidate, held));
      if (settled.isPresent()) {
        report = report.and(settled.get());
      } else if (reading.held().isPresent()) {
        left.push(candidate.without(reading.held().get().courtId()));
      } else {
        notShown.put(candidate, reading);
      }
    }
    return notShown.entrySet().stream()
        .filter(one -> !(one.getValue().readable() && isLetGo(one.getKey())))
        .map(one -> unsettled(one.getKey()))
        .reduce(report, RunReport::and);
  }

  private Listing listing() {
    try {
      return session.ask(
          workspace.now().plus(TO_READ),
          token -> reservations.get().list(token),
          Listing.TokenRefused.class::isInstance);
    } catch (Problem e) {
      workspace.log().of("run").warn("what Atrium holds could not be read", e);
      return new Listing.NotReadable(e.getMessage());
    }
  }

  /** When all that the listing shows is settled: of the times of an occurrence one is booked. */
  private boolean isLetGo(Candidate candidate) {
    Booking unknown = candidate.unknown().what().booking();
    return candidate.isBesideAnother()
        && workspace.database().transact(store -> new LetGo(store).tryLetGoUnknown(unknown));
  }

  /** A listing that does not show it proves nothing: listings lag. */
  private static RunReport unsettled(Candidate candidate) {
    ScheduledBooking what = candidate.unknown().what();
    Outcome still =
        new Outcome.Unresolved(
            what.booking().result().lastError(),
            what.booking().openShot().orElse(OpenShot.SOMEWHERE));
    return RunReport.of(BookingReport.of(what, still, candidate.before()), false);
  }

  /**
   * Reports nothing when another run was faster.
   *
   * @return empty when it is another booking's
   */
  private Optional<RunReport> settled(Candidate candidate, Event.HeldCourt held) {
    Outcome outcome = new Outcome.Won(held.courtId(), held.reservationId());
    UnsettledBooking unknown = candidate.unknown();
    ScheduledBooking what = unknown.what();
    OutcomeMapper mapper = new OutcomeMapper(workspace.venue(), workspace.now());
    Booking settled = mapper.settled(what.booking(), outcome, List.of());
    BookingReport report =
        BookingReport.of(new ScheduledBooking(what.schedule(), settled), outcome, what.booking());
    return workspace
        .database()
        .transactDurably(
            store ->
                isOwn(store, unknown, settled)
                    ? Optional.of(write(store, report, unknown.nextTry(), mapper.now()))
                    : Optional.empty());
  }

  /** This run may have booked the court of the listing for another booking since it began. */
  private boolean isOwn(Store store, UnsettledBooking unknown, Booking settled) {
    return OwnCourts.around(
            store,
            unknown.what().schedule().accountId(),
            workspace.venue(),
            workspace.now(),
            List.of(new DueBooking(unknown.what(), unknown.nextTry())))
        .courtsOfOwn(unknown.what().booking())
        .filter(courts -> courts.courtIds().contains(settled.result().bookedCourtId()))
        .filter(courts -> !store.bookings().isHeldForAnother(settled))
        .isPresent();
  }

  private RunReport write(Store store, BookingReport report, Instant read, Instant now) {
    boolean isKept =
        store.claims().tryClaim(report.before(), read, leaseOwner.id(), now)
            && store.claims().trySettle(report.what().booking(), leaseOwner.id(), now);
    return isKept ? RunReport.of(report, notifier.outcome(store, report, now)) : RunReport.NOTHING;
  }
}
