package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.Notifier;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what came of a booking. Another program may hold the database, or the disk be full
 * for a moment: it is tried again for a while, and then the person is told in words.
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
  private final LeaseOwner claimant;
  private final Waiter waiter;
  private final Notifier tidings;

  OutcomeRecorder(Workspace workspace, LeaseOwner claimant, Waiter waiter, Notifier tidings) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.waiter = waiter;
    this.tidings = tidings;
  }

  /** Ends the claim on a booking; what is told is true whether or not it could be written. */
  RunReport keep(ScheduledBooking what, BookingExecution.ExecutionResult ended) {
    OutcomeMapper settlement = new OutcomeMapper(workspace.venue(), workspace.now());
    Outcome outcome = settlement.weighed(what, ended.outcome());
    BookingExecution.ExecutionResult weighed =
        new BookingExecution.ExecutionResult(outcome, ended.attempts());
    Booking settled = settlement.settled(what.booking(), outcome, ended.attempts());
    RunReport.BookingReport told =
        new RunReport.BookingReport(
            new ScheduledBooking(what.schedule(), settled),
            Optional.of(outcome),
            OutcomeMapper.isNews(outcome, what.booking()));
    return written(store -> write(store, what, told.what(), settlement, weighed))
        .map(problem -> new RunReport(List.of(told), Optional.of(lost(told, problem)), true))
        .orElseGet(() -> RunReport.of(List.of(told)));
  }

  private interface StoreWork {
    void on(Store store);
  }

  private Optional<Problem> written(StoreWork work) {
    Optional<Problem> problem = tried(work);
    for (int i = 0; i < PAUSES.size() && problem.isPresent() && slept(PAUSES.get(i)); i++) {
      problem = tried(work);
    }
    return problem;
  }

  private Optional<Problem> tried(StoreWork work) {
    try {
      workspace
          .database()
          .transactDurably(
              store -> {
                work.on(store);
                return store;
              });
      return Optional.empty();
    } catch (TemporaryTrouble | SetupProblem e) {
      return Optional.of(e);
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

  private void write(
      Store store,
      ScheduledBooking before,
      ScheduledBooking after,
      OutcomeMapper settlement,
      BookingExecution.ExecutionResult ended) {
    Booking settled = after.booking();
    Instant next = settlement.nextTry(before.booking(), ended.outcome());
    boolean isKept =
        store.claims().trySettle(settled, claimant.id(), next)
            ? !cancelIfRemoved(store, settled)
            : settled.status() == BookingStatus.SUCCESS && store.claims().trySettleLate(settled);
    ended.attempts().forEach(store.attempts()::add);
    if (isKept) {
      tidings.of(store, after, Optional.of(ended.outcome()), before.booking(), next);
    }
  }

  /** Nobody would look at it again, and it would be missed in the end. */
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

  private static Problem lost(RunReport.BookingReport told, Problem problem) {
    return new SetupProblem(
        "%s, but this could not be written down: %s".formatted(words(told), problem.getMessage()),
        problem);
  }

  private static String words(RunReport.BookingReport told) {
    Booking booking = told.what().booking();
    String when = booking.occurrence().start().toLocalDateTime().toString();
    if (told.outcome().orElseThrow() instanceof Outcome.Won won) {
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
