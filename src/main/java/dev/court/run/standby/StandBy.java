package dev.court.run.standby;

import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import dev.court.store.HeldClaim;
import dev.court.store.Store;
import dev.court.store.machine.LivingRuns;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Waits for the end of a run of another machine that holds due bookings, so that this machine can
 * go on at once if it dies. One thread for each such run.
 */
final class StandBy {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration AT_FIRST = Duration.ofMinutes(3);

  /** What is not settled by then is left to the next run: it would not be settled by this one. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

  private final Workspace workspace;
  private final LivingRuns runs;
  private final String run;
  private final List<String> served;
  private final Log log;

  /** The latest end of a claim of that run, as far as it was read. */
  private Instant until;

  private boolean hasLooked;

  /**
   * Nothing is waited for yet.
   *
   * @param served the accounts that are gone on for; empty for all. What such a run holds for
   *     others stays as it is
   */
  StandBy(Workspace workspace, LivingRuns runs, String run, List<String> served) {
    this.workspace = workspace;
    this.runs = runs;
    this.run = run;
    this.served = served;
    this.log = workspace.log().of("run");
    this.until = workspace.now().plus(AT_FIRST);
  }

  /**
   * Waits until the run has ended or the time of its claims is over, and goes on with what it has
   * left, which may be to stand by for a machine that was quicker. Returns when there is nothing
   * left.
   *
   * @param goOn recovers the claims of runs that are over, and does what is due then
   */
  void goOn(Runnable goOn) throws InterruptedException {
    while (true) {
      try {
        if (!awaitWork()) {
          return;
        }
        goOn.run();
      } catch (TemporaryTrouble e) {
        log.warn("the run of another machine cannot be seen", e);
        if (workspace.now().isAfter(until)) {
          return;
        }
      }
      // by real time: the server may be down, or the claim not be over by its clock
      Thread.sleep(BETWEEN_TRIES.toMillis());
    }
  }

  private boolean awaitWork() {
    List<HeldClaim> held = held();
    boolean isFirst = !hasLooked;
    hasLooked = true;
    if (held.isEmpty()) {
      // Whoever sent for it saw claims: another machine may have gone on for it since.
      return isFirst;
    }
    until = held.stream().map(HeldClaim::until).max(Comparator.naturalOrder()).orElseThrow();
    Duration left = Duration.between(workspace.now(), until);
    if (left.plus(LEFT_ALONE).isNegative()) {
      return isFirst;
    }
    return left.isNegative() || !runs.awaitEnd(run, left) || isAnyLeft(held);
  }

  /**
   * By whatever run it is held: one that was quicker to go on may die in its turn. A run that was
   * asked to end has given it back, and the next tick may come after the opening.
   */
  private boolean isAnyLeft(List<HeldClaim> claims) {
    return workspace.database().transact(store -> claims.stream().anyMatch(store.claims()::isLeft));
  }

  private List<HeldClaim> held() {
    return workspace
        .database()
        .transact(
            store ->
                store.claims().heldBy(run).stream().filter(one -> isServed(store, one)).toList());
  }

  private boolean isServed(Store store, HeldClaim claim) {
    return served.isEmpty()
        || store
            .accounts()
            .name(claim.what().schedule().accountId())
            .filter(served::contains)
            .isPresent();
  }
}
