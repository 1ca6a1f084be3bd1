package dev.court.run.accounts;

import dev.court.run.BegunRun;
import dev.court.run.RunListener;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the claimed bookings of several accounts to their openings. Each account gets its token by
 * itself; those that have one in time wait for the openings together. An account whose token comes
 * late follows alone, and nobody waits for it.
 */
final class TogetherAtOpenings {
  /** From here on those that are ready prepare their requests. */
  private static final Duration PREPARATION = Duration.ofSeconds(21);

  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Workspace workspace;
  private final Instant now;

  TogetherAtOpenings(Workspace workspace, Instant now) {
    this.workspace = workspace;
    this.now = now;
  }

  void run(List<AccountRun> all, RunListener listener) {
    List<AccountRun> due = all.stream().filter(AccountRun::isDue).toList();
    all.stream()
        .filter(one -> !one.isDue() && one.begun() != null)
        .forEach(one -> one.begun().announce(RunListener.NOBODY));
    if (due.isEmpty()) {
      return;
    }
    try {
      due.forEach(one -> one.begun().announce(RunListener.NOBODY));
      listener.waiting(openings(due));
      if (due.size() == 1) {
        alone(due.get(0));
      } else {
        together(due);
      }
    } finally {
      workspace.log().release();
      listener.over();
    }
  }

  private static List<Instant> openings(List<AccountRun> due) {
    return due.stream().flatMap(one -> one.begun().openings().stream()).sorted().toList();
  }

  private static void alone(AccountRun one) {
    one.begun().ready();
    BegunRun.together(List.of(one.begun()));
  }

  private void together(List<AccountRun> due) {
    ExecutorService threads = AtOnce.threads(due.size(), "court-token");
    ExecutorService late = Executors.newCachedThreadPool(work -> new Thread(work, "court-late"));
    try {
      Map<AccountRun, Future<Boolean>> tokens = new LinkedHashMap<>();
      due.forEach(one -> tokens.put(one, threads.submit(() -> isReady(one))));
      Instant until = openings(due).get(0).minus(PREPARATION);
      List<BegunRun> inTime = new ArrayList<>();
      List<Future<?>> others = new ArrayList<>();
      tokens.forEach(
          (one, token) -> {
            if (isDone(token, until)) {
              inTime.add(one.begun());
            } else {
              others.add(late.submit(() -> one.tried(() -> follow(one, token))));
            }
          });
      BegunRun.together(inTime);
      others.forEach(AtOnce::await);
    } finally {
      threads.shutdown();
      late.shutdown();
    }
  }

  private static boolean isReady(AccountRun one) {
    one.tried(() -> one.begun().ready());
    return true;
  }

  private static void follow(AccountRun one, Future<Boolean> token) {
    AtOnce.await(token);
    BegunRun.together(List.of(one.begun()));
  }

  /** Those that have a token already need no patience, however late it is. */
  private boolean isDone(Future<Boolean> token, Instant until) {
    Duration left = Duration.between(workspace.now(), until);
    Duration patience = left.compareTo(LEAST) > 0 ? left : least();
    try {
      return token.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** All of them together have it once. */
  private Duration least() {
    Duration spent = Duration.between(now, workspace.now());
    return spent.compareTo(LEAST) < 0 ? LEAST.minus(spent) : Duration.ofMillis(20);
  }
}
