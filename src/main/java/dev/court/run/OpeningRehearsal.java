package dev.court.run;

import dev.court.run.opening.OpeningTokens;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Goes once, for nothing, through what an opening needs: a process that has done so is as warm as
 * one that has booked.
 */
final class OpeningRehearsal {
  /** Further ahead than any window. */
  private static final Duration AHEAD = Duration.ofDays(60);

  private final RunSteps steps;
  private final Workspace workspace;
  private final Session session;

  OpeningRehearsal(RunSteps steps) {
    this.steps = steps;
    this.workspace = steps.workspace();
    this.session = steps.session();
  }

  /**
   * With a booking that another machine has claimed. A run that has done this for bookings of its
   * own is as warm.
   */
  void rehearse(PreparedRun prepared, RunOptions options) {
    if (!prepared.due().isEmpty() || prepared.session().tokens().isEmpty()) {
      return;
    }
    HeldClaim held = prepared.elsewhere().get(0);
    try {
      rehearse(new DueBooking(held.what(), held.at()), prepared.session().tokens().get(), options);
    } catch (RuntimeException e) {
      // What is wrong is met and told when there is something to be done.
      workspace.log().of("run").warn("standing by could not be rehearsed", e);
    }
  }

  /**
   * With the booking that opens next: Java's first time takes half a second, which a booking that
   * is added at the last moment does not have. Asks for no court and changes nothing.
   */
  void warmUp(RunOptions options) {
    try {
      Optional<UpcomingBooking> next =
          workspace.database().transact(store -> upcoming(store, workspace.now()));
      next.ifPresent(one -> rehearse(one.due(), one.tokens(), options));
    } catch (RuntimeException e) {
      // What is wrong is met and told when there is something to be done.
      workspace.log().of("run").debug("an opening could not be rehearsed", e);
    }
  }

  private record UpcomingBooking(DueBooking due, StoredTokens tokens) {}

  private void rehearse(DueBooking due, StoredTokens stored, RunOptions options) {
    try (OpeningTokens tokens = steps.tokens(due)) {
      new TakeoverRehearsal(steps.context(tokens), steps.recorder()::record)
          .rehearse(due.what().booking(), session.accessToken(stored), options);
    }
  }

  /** Empty where nothing opens, or nobody is signed in whose token still lives. */
  private Optional<UpcomingBooking> upcoming(Store store, Instant now) {
    long account = workspace.usualAccountId(store);
    return store.dueBookings().due(account, now.plus(AHEAD), now).stream()
        .findFirst()
        .flatMap(
            due ->
                store
                    .tokens()
                    .find(account)
                    .filter(one -> one.outlives(now))
                    .map(one -> new UpcomingBooking(due, one)));
  }
}
