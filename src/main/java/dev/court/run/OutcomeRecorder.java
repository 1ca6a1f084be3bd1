package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.run.OutcomeTransaction.SettledOutcome;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.schedule.house.OwnCourts;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the outcome of a booking into the database. Another program may hold it, or the disk may
 * be full for a moment: the recorder tries again for a while, and then the person is told in words.
 */
final class OutcomeRecorder {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15));

  private final Workspace workspace;
  private final ShotFiles shots;
  private final Waiter waiter;
  private final OutcomeTransaction transaction;

  OutcomeRecorder(
      Workspace workspace,
      LeaseOwner leaseOwner,
      ShotFiles shots,
      Waiter waiter,
      Notifier notifier) {
    this.workspace = workspace;
    this.shots = shots;
    this.waiter = waiter;
    this.transaction = new OutcomeTransaction(workspace, leaseOwner, notifier);
  }

  /** Ends the claim on a booking; the report is true whether or not it could be written. */
  RunReport record(ScheduledBooking what, ExecutionResult ended) {
    OutcomeMapper mapper = new OutcomeMapper(workspace.venue(), workspace.now());
    Reread found = reread(what, ended.outcome(), ended.attempts());
    Outcome outcome =
        OutcomeMapper.stillOpen(
            what.booking(),
            found.told(mapper.watchedIfTaken(found.asked(), found.outcome()), mapper.now()));
    Booking settled = mapper.settled(what, outcome, ended.attempts());
    ScheduledBooking after = new ScheduledBooking(what.schedule(), settled);
    BookingReport report = BookingReport.of(after, outcome, what.booking());
    Instant next = mapper.nextTry(what.booking(), outcome);
    new RunLog(workspace.log()).ended(after, outcome, ended.attempts());
    Written written = written(new SettledOutcome(report, next, ended.attempts()));
    if (written.problem().isEmpty()) {
      shots.delete(what.booking());
    }
    workspace.log().flush();
    return written
        .problem()
        .map(problem -> RunReport.of(report, false).and(unwritten(report, problem)))
        .orElseGet(() -> told(report, written.result()));
  }

  /**
   * An outcome beside what the database says by now.
   *
   * @param asked with the schedule as it is now: whether to ask on for a court that was taken, the
   *     person may have changed
   */
  private record Reread(
      ScheduledBooking asked, Outcome outcome, Optional<OccurrenceBookings> times) {
    Reread(ScheduledBooking asked, Outcome outcome) {
      this(asked, outcome, Optional.empty());
    }

    /** A loss is none for the person while another time of the occurrence would do. */
    Outcome told(Outcome settled, Instant now) {
      return times.map(all -> all.passedOn(asked.booking(), settled, now)).orElse(settled);
    }
  }

  private Reread reread(ScheduledBooking what, Outcome outcome, List<Attempt> attempts) {
    if (!(outcome instanceof Outcome.Lost lost)) {
      return new Reread(what, outcome);
    }
    try {
      return workspace.database().transact(store -> reread(store, what, lost, attempts));
    } catch (Problem e) {
      workspace.log().of("run").warn("what is said of a loss could not be read again", e);
      return new Reread(what, lost);
    }
  }

  /** A court that another booking of the account has is not told as somebody else's. */
  private Reread reread(
      Store store, ScheduledBooking what, Outcome.Lost lost, List<Attempt> attempts) {
    Schedule claimed = what.schedule();
    Schedule now = store.schedules().find(claimed.accountId(), claimed.id()).orElse(claimed);
    ScheduledBooking asked = new ScheduledBooking(now, what.booking());
    return new Reread(
        asked,
        LostToOwn.explained(what, lost, attempts, ownCourts(store, what), workspace.venue()),
        now.asked().isEither()
            ? Optional.of(OccurrenceBookings.of(store, asked))
            : Optional.empty());
  }

  private OwnCourts ownCourts(Store store, ScheduledBooking what) {
    return OwnCourts.around(
        store,
        workspace.accountId(store),
        workspace.venue(),
        workspace.now(),
        List.of(new DueBooking(what, what.booking().opening())));
  }

  /** What the person has changed meanwhile is not told as it was. */
  private static RunReport told(BookingReport report, OutcomeTransaction.WriteResult written) {
    return written
        .told()
        .or(() -> written.isOutdated() ? Optional.empty() : Optional.of(report))
        .map(one -> RunReport.of(one, written.hasMessages()))
        .orElse(RunReport.NOTHING);
  }

  private record Written(Optional<Problem> problem, OutcomeTransaction.WriteResult result) {}

  private Written written(SettledOutcome outcome) {
    Written written = tried(store -> transaction.write(store, outcome));
    for (int i = 0;
        i < PAUSES.size() && written.problem().isPresent() && slept(PAUSES.get(i));
        i++) {
      written = tried(store -> transaction.writeAgain(store, outcome));
    }
    return written;
  }

  private Written tried(Function<Store, OutcomeTransaction.WriteResult> write) {
    try {
      return new Written(Optional.empty(), workspace.database().transactDurably(write));
    } catch (TemporaryTrouble | SetupProblem e) {
      workspace.log().of("run").warn("an outcome could not be written down", e);
      return new Written(Optional.of(e), OutcomeTransaction.WriteResult.NOTHING);
    }
  }

  private boolean slept(Duration pause) {
    try {
      waiter.sleepUntil(workspace.now().plus(pause));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RunReport unwritten(BookingReport report, Problem problem) {
    return RunReport.of(
        new SetupProblem(
            "%s, but this could not be written down: %s"
                .formatted(words(report), problem.getMessage()),
            problem));
  }

  private static String words(BookingReport report) {
    Booking booking = report.what().booking();
    String when = booking.occurrence().start().toLocalDateTime().toString();
    if (report.outcome() instanceof Outcome.Won won) {
      return "court %s is booked for %s%s"
          .formatted(
              won.courtId(),
              when,
              won.reservationId() == null ? "" : " (reservation " + won.reservationId() + ")");
    }
    return "the booking for %s ended as %s (%s)"
        .formatted(when, booking.status().word(), booking.result().lastError());
  }
}
