package dev.court.operation;

import dev.court.atrium.Reservations;
import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Books what is due. Called each minute, often beside another run; the claims keep them apart. The
 * database is open for moments only, never while waiting.
 */
public final class RunDue {
  /** An access token must outlive the opening by this, for answers that take their time. */
  private static final Duration TOKEN_MARGIN = Duration.ofMinutes(5);

  /** The seed of all programs for this API refreshes as often; a session lives for thirty. */
  public static final Duration TOKEN_AGE = Duration.ofMinutes(20);

  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final Claimant claimant;
  private final Waiter waiter;
  private final Supplier<Optional<Problem>> setup;

  /**
   * A run for one account.
   *
   * @param reservations asked for only when something is due
   * @param setup says what is missing in the settings, if anything is
   */
  public RunDue(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      Claimant claimant,
      Waiter waiter,
      Supplier<Optional<Problem>> setup) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
    this.claimant = claimant;
    this.waiter = waiter;
    this.setup = setup;
  }

  /** What a run would take now; writes nothing and sends nothing. */
  public List<ScheduledBooking> rehearse(RunOptions options) {
    Instant now = workspace.now();
    return workspace
        .database()
        .transact(
            store ->
                store
                    .claims()
                    .due(workspace.accountId(store), now.plus(options.within()), now)
                    .stream()
                    .filter(one -> options.admits(one.schedule().id()))
                    .toList());
  }

  /** Books what is due within {@code options.within()} and settles what was left unclear. */
  public RunReport run(RunOptions options) {
    Instant now = workspace.now();
    Intake intake = new Intake(workspace, claimant, options, setup);
    Intake.Taken taken = workspace.database().transact(intake::take, Intake.Taken::holdsClaims);
    List<RunReport.Told> told = new ArrayList<>();
    taken.missed().forEach(missed -> told.add(RunReport.Told.missed(missed)));
    if (taken.obstacle().isPresent()) {
      return new RunReport(told, taken.obstacle(), taken.isNews());
    }
    if (taken.due().isEmpty() && taken.unknown().isEmpty()) {
      return keptAlive(told, taken.tokens(), now);
    }
    told.addAll(new Settling(workspace, claimant, session, reservations).settle(taken.unknown()));
    RunReport pursued = pursued(taken.due(), options, now);
    told.addAll(pursued.told());
    return new RunReport(told, pursued.problem(), pursued.isNews());
  }

  private RunReport pursued(List<ScheduledBooking> due, RunOptions options, Instant now) {
    if (due.isEmpty()) {
      return RunReport.NOTHING;
    }
    Secret token;
    try {
      token = tokenFor(due, Intake.deadline(due.get(0).booking(), now, options));
    } catch (SignInNeeded e) {
      return settleAll(due, new Outcome.SignInNeeded(e.getMessage()));
    } catch (Problem e) {
      return settleAll(due, new Outcome.TryAgain(e.getMessage(), Duration.ZERO));
    }
    return new Chase(field(), token, this::settle).all(due, options, now);
  }

  /** Refreshed if need be; a realm that is down for a moment is asked again until the deadline. */
  private Secret tokenFor(List<ScheduledBooking> due, Instant deadline) {
    Instant last = due.get(due.size() - 1).booking().opening();
    Instant now = workspace.now();
    Instant until = (last.isAfter(now) ? last : now).plus(TOKEN_MARGIN);
    while (true) {
      try {
        return session.accessToken(until);
      } catch (TemporaryTrouble e) {
        if (!workspace.now().plus(BETWEEN_REFRESHES).isBefore(deadline)) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private void pause(TemporaryTrouble trouble) {
    try {
      waiter.sleepUntil(workspace.now().plus(BETWEEN_REFRESHES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble;
    }
  }

  private Pursuit.Field field() {
    return new Pursuit.Field(
        reservations.get(), session, workspace.venue(), workspace.clock(), waiter);
  }

  private RunReport settleAll(List<ScheduledBooking> due, Outcome outcome) {
    Pursuit.Ended ended = new Pursuit.Ended(outcome, List.of());
    return RunReport.of(due.stream().map(one -> settle(one, ended)).toList());
  }

  private RunReport.Told settle(ScheduledBooking what, Pursuit.Ended ended) {
    Instant now = workspace.now();
    Settlement settlement = new Settlement(workspace.venue(), now);
    Booking settled = settlement.settled(what.booking(), ended.outcome(), ended.attempts());
    workspace
        .database()
        .transactDurably(
            store ->
                record(store, settled, ended, settlement.nextTry(what.booking(), ended.outcome())));
    return RunReport.Told.news(new ScheduledBooking(what.schedule(), settled), ended.outcome());
  }

  private boolean record(Store store, Booking settled, Pursuit.Ended ended, Instant nextTry) {
    ended.attempts().forEach(store.attempts()::add);
    return store.claims().settle(settled, claimant.id(), nextTry);
  }

  private RunReport keptAlive(
      List<RunReport.Told> told, Optional<StoredTokens> tokens, Instant now) {
    boolean old =
        tokens.map(present -> !present.refreshedAt().plus(TOKEN_AGE).isAfter(now)).orElse(false);
    if (old) {
      try {
        session.refreshIfOlderThan(TOKEN_AGE);
      } catch (Problem e) {
        return new RunReport(told, Optional.of(e), true);
      }
    }
    return RunReport.of(told);
  }
}
