package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.run.shots.ShotFiles;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
  private final LeaseOwner leaseOwner;
  private final ShotFiles shots;
  private final Waiter waiter;
  private final Notifier notifier;

  OutcomeRecorder(
      Workspace workspace,
      LeaseOwner leaseOwner,
      ShotFiles shots,
      Waiter waiter,
      Notifier notifier) {
    this.workspace = workspace;
    this.shots = shots;
    this.leaseOwner = leaseOwner;
    this.waiter = waiter;
    this.notifier = notifier;
  }

  /** Ends the claim on a booking; the report is true whether or not it could be written. */
  RunReport record(ScheduledBooking what, ExecutionResult ended) {
    OutcomeMapper mapper = new OutcomeMapper(workspace.venue(), workspace.now());
    Outcome outcome =
        OutcomeMapper.stillOpen(what.booking(), mapper.watchedIfTaken(what, ended.outcome()));
    Booking settled = mapper.settled(what.booking(), outcome, ended.attempts());
    ScheduledBooking after = new ScheduledBooking(what.schedule(), settled);
    BookingReport report = BookingReport.of(after, outcome, what.booking());
    Instant next = mapper.nextTry(what.booking(), outcome);
    new RunLog(workspace.log()).ended(after, outcome, ended.attempts());
    Written written = written(store -> write(store, report, next, ended));
    if (written.problem().isEmpty()) {
      shots.delete(what.booking());
    }
    workspace.log().flush();
    RunReport told = RunReport.of(report, written.hasMessages());
    return written.problem().map(problem -> told.and(unwritten(report, problem))).orElse(told);
  }

  private record Written(Optional<Problem> problem, boolean hasMessages) {}

  private Written written(Predicate<Store> write) {
    Written written = tried(write);
    for (int i = 0;
        i < PAUSES.size() && written.problem().isPresent() && slept(PAUSES.get(i));
        i++) {
      written = tried(write);
    }
    return written;
  }

  private Written tried(Predicate<Store> write) {
    try {
      return new Written(Optional.empty(), workspace.database().transactDurably(write::test));
    } catch (TemporaryTrouble | SetupProblem e) {
      workspace.log().of("run").warn("an outcome could not be written down", e);
      return new Written(Optional.of(e), false);
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

  /** Returns whether there is a message to send. */
  private boolean write(Store store, BookingReport report, Instant next, ExecutionResult ended) {
    boolean isKept = isKept(store, report.what().booking(), next);
    ended.attempts().forEach(store.attempts()::add);
    return isKept && notifier.outcome(store, report, next);
  }

  private boolean isKept(Store store, Booking settled, Instant next) {
    return store.claims().trySettle(settled, leaseOwner.id(), next)
        ? !cancelIfRemoved(store, settled)
        : settled.status() == BookingStatus.SUCCESS && store.claims().trySettleLate(settled);
  }

  /** No run would look at it again, and it would be missed in the end. */
  private boolean cancelIfRemoved(Store store, Booking settled) {
    boolean removed =
        store
            .schedules()
            .find(workspace.accountId(store), settled.scheduleId())
            .filter(schedule -> !schedule.removed())
            .isEmpty();
    return removed
        && settled.status() == BookingStatus.PENDING
        && store.bookings().tryChangeStatus(settled, BookingStatus.CANCELLED, null);
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
