package dev.court.run;

import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.schedule.WantedNow;
import dev.court.schedule.alternative.LetGo;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.store.Store;
import dev.court.store.UnknownBookings;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is written of the outcome of one booking, in one transaction. */
final class OutcomeTransaction {
  /** Nothing is held, so that what the person wants now can be booked instead. */
  private static final Set<BookingStatus> FREE =
      Set.of(BookingStatus.PENDING, BookingStatus.FAILED);

  private final Workspace workspace;
  private final LeaseOwner leaseOwner;
  private final Notifier notifier;

  OutcomeTransaction(Workspace workspace, LeaseOwner leaseOwner, Notifier notifier) {
    this.workspace = workspace;
    this.leaseOwner = leaseOwner;
    this.notifier = notifier;
  }

  /**
   * An outcome that is to be written.
   *
   * @param report the booking with the outcome in it
   * @param next when it is tried again, if it is
   * @param attempts the requests of this run, in order
   */
  record SettledOutcome(BookingReport report, Instant next, List<Attempt> attempts) {
    SettledOutcome {
      attempts = List.copyOf(attempts);
    }

    Booking settled() {
      return report.what().booking();
    }

    /** Whether no answer said so, but a listing showed it. */
    private boolean isRead() {
      return settled().status() == BookingStatus.SUCCESS
          && (attempts.isEmpty()
              || !attempts.get(attempts.size() - 1).answer().equals(Answer.Booked.WORD));
    }

    /** The same where the reservation that the listing showed is another booking's. */
    private SettledOutcome doubted(Venue venue) {
      Booking settled = settled();
      Booking.Result result = settled.result();
      String court = result.bookedCourtId();
      Outcome doubt =
          new Outcome.Unresolved(
              "Atrium lists one reservation of %s then, and another booking has it"
                  .formatted(venue.courtName(court)),
              new OpenShot(court, false));
      Booking unknown =
          settled.with(
              doubt.status(),
              new Booking.Result(
                  null, null, result.attempts(), doubt.reason(), result.lateMs(), false, court));
      ScheduledBooking what = new ScheduledBooking(report.what().schedule(), unknown);
      return new SettledOutcome(
          BookingReport.of(what, doubt, report.before()), UnknownBookings.NEVER, attempts);
    }
  }

  /**
   * What was written.
   *
   * @param hasMessages whether there is a message to send
   * @param isOutdated whether the person wants something else by now, or another run has the
   *     booking: the outcome is no news
   * @param told the outcome as it is told, or what is told in its place; empty when there is
   *     nothing to tell, or nothing was written now
   */
  record WriteResult(boolean hasMessages, boolean isOutdated, Optional<BookingReport> told) {
    static final WriteResult NOTHING = new WriteResult(false, false, Optional.empty());

    static WriteResult outdated(boolean isOutdated) {
      return new WriteResult(false, isOutdated, Optional.empty());
    }
  }

  /**
   * A listing of several accounts with one occupant id does not say whose a reservation is: what
   * one booking has is no other one's.
   */
  WriteResult write(Store store, SettledOutcome outcome) {
    return outcome.isRead() && store.bookings().isHeldForAnother(outcome.settled())
        ? writeAsIs(store, outcome.doubted(workspace.venue()))
        : writeAsIs(store, outcome);
  }

  private WriteResult writeAsIs(Store store, SettledOutcome outcome) {
    boolean isKept = isKept(store, outcome);
    outcome.attempts().forEach(store.attempts()::add);
    if (!isKept) {
      // Another run has taken it over and tells how it ended; a reservation is told in any case.
      return WriteResult.outdated(outcome.settled().status() != BookingStatus.SUCCESS);
    }
    if (outcome.settled().status() == BookingStatus.SUCCESS) {
      new LetGo(store).beside(outcome.report().what());
    }
    if (isOutdated(store, outcome)) {
      return inItsPlace(store, outcome);
    }
    BookingReport told = told(store, outcome.report());
    return new WriteResult(notifier.outcome(store, told, outcome.next()), false, Optional.of(told));
  }

  /** Another time of its occurrence may have been lost before, and was to be told with this one. */
  private WriteResult inItsPlace(Store store, SettledOutcome outcome) {
    ScheduledBooking claimed = outcome.report().what();
    ScheduledBooking now =
        store.bookings().find(claimed.schedule().accountId(), claimed.booking().id()).orElseThrow();
    return PassedOnLosses.leftBeside(store, claimed.schedule(), now, workspace.now())
        .map(lost -> StatusChange.ofLoss(now.schedule(), lost))
        .map(
            loss ->
                new WriteResult(
                    notifier.outcome(store, loss, outcome.next()), true, Optional.of(loss)))
        .orElse(WriteResult.outdated(true));
  }

  /** The person may have let the other times go since it was decided that one of them would do. */
  private BookingReport told(Store store, BookingReport report) {
    if (!(report.outcome() instanceof Outcome.PassedOn passed)) {
      return report;
    }
    Booking booking = report.what().booking();
    ScheduledBooking now =
        store.bookings().find(report.what().schedule().accountId(), booking.id()).orElseThrow();
    Outcome outcome =
        OccurrenceBookings.of(store, now).passedOn(booking, passed.loss(), workspace.now());
    return BookingReport.of(report.what(), outcome, report.before());
  }

  /**
   * The same after a try that failed. The commit may have worked and only its answer was lost: then
   * nothing is written again, and messages may be there. An outcome without attempts is written
   * only by the run that holds the claim, which ends with it.
   */
  WriteResult writeAgain(Store store, SettledOutcome outcome) {
    List<Attempt> attempts = outcome.attempts();
    boolean isWritten = !attempts.isEmpty() && store.attempts().has(attempts.get(0));
    WriteResult again = isWritten ? WriteResult.NOTHING : write(store, outcome);
    return new WriteResult(true, again.isOutdated(), again.told());
  }

  private boolean isKept(Store store, SettledOutcome outcome) {
    Booking settled = outcome.settled();
    return store.claims().trySettle(settled, leaseOwner.id(), outcome.next())
        || (settled.status() == BookingStatus.SUCCESS && store.claims().trySettleLate(settled));
  }

  private boolean isOutdated(Store store, SettledOutcome outcome) {
    Booking settled = outcome.settled();
    return FREE.contains(settled.status())
        && new WantedNow(workspace.venue(), store, workspace.now())
            .alignIfChanged(outcome.report().what())
            .filter(after -> !isAsSettled(after, settled))
            .isPresent();
  }

  private static boolean isAsSettled(ScheduledBooking now, Booking settled) {
    Booking after = now.booking();
    return !now.schedule().leavesOut(after)
        && after.status() == settled.status()
        && after.courts().equals(settled.courts())
        && after.duration().equals(settled.duration())
        && after.guests().equals(settled.guests());
  }
}
