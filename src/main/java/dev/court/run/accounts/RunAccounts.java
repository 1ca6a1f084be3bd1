package dev.court.run.accounts;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.run.RunDue;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.RunReport;
import dev.court.run.standby.StandbyThreads;
import dev.court.store.Store;
import dev.court.workspace.LastRun;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books what is due for all accounts. The bookings of all wait for their openings together; trouble
 * of one account never stops another. With a single account it does what {@link RunDue} does, in
 * the same transaction.
 */
public final class RunAccounts {
  private final Workspace workspace;
  private final RunProcess process;
  private final LastRun lastRun;
  private final Function<String, RunDue> runs;
  private final List<String> named;
  private final ServedAccounts accounts;

  /** What was done for runs of other machines; several threads add to it. */
  private final Queue<AccountReport> takenOver = new ConcurrentLinkedQueue<>();

  /**
   * A run of one process.
   *
   * @param workspace of the account that is served where there is none yet
   * @param lastRun where the time of this run is noted
   * @param named the accounts to serve; empty for all
   * @param runs makes the run of the account of a name
   */
  public RunAccounts(
      Workspace workspace,
      RunProcess process,
      LastRun lastRun,
      List<String> named,
      Function<String, RunDue> runs) {
    this.workspace = workspace;
    this.process = process;
    this.lastRun = lastRun;
    this.runs = runs;
    this.named = List.copyOf(named);
    this.accounts = new ServedAccounts(workspace, named);
  }

  /** One report for each account that was served, at least one. */
  public List<AccountReport> run(RunOptions options, RunListener listener) {
    Instant now = workspace.now();
    lastRun.note(now, workspace.log());
    StandbyThreads standbys = new StandbyThreads(workspace, process.lock(), named);
    List<AccountRun> all = process.stop().protect(() -> opened(standbys, options, now, listener));
    all.stream()
        .filter(one -> !one.elsewhere().isEmpty())
        .findFirst()
        .ifPresent(
            one -> {
              listener.standingBy();
              one.begun().rehearse();
            });
    standbys.awaitEnd(this::defect);
    if (!process.stop().isRaised()) {
      AtOnce.each(lastOfEach(all), "court-after", AccountRun::goOn);
    }
    return joined(all.stream().map(AccountRun::report).toList(), takenOver);
  }

  /** The first part of a run, which holds claims; the runs of each round, in order. */
  private List<AccountRun> opened(
      StandbyThreads standbys, RunOptions options, Instant now, RunListener listener) {
    List<AccountRun> all = begun(options, now);
    standBy(all, standbys, options);
    new TogetherAtOpenings(workspace, now).run(all, listener);
    return withNextTimes(all, standbys, options, listener);
  }

  /**
   * Where a time of an occurrence is lost or in trouble, the next one may open before the next run
   * comes, or be open already: this run goes on with it. What was done before is told also where
   * that breaks.
   *
   * @return the runs of each round, in order
   */
  private List<AccountRun> withNextTimes(
      List<AccountRun> first, StandbyThreads standbys, RunOptions options, RunListener listener) {
    List<AccountRun> rounds = new ArrayList<>(first);
    NextTimes next = new NextTimes();
    List<AccountRun> last = first;
    RunOptions others = options;
    try {
      while (next.isAnotherRoundAfter(passedOn(last)) && !process.stop().isRaised()) {
        Instant now = workspace.now();
        others = others.without(passedOn(last));
        last = begun(others, now);
        rounds.addAll(last);
        standBy(last, standbys, options);
        new TogetherAtOpenings(workspace, now).run(last, listener);
      }
    } catch (RuntimeException e) {
      workspace.log().of("run").warn("the next times could not be asked for", e);
      rounds.add(new AccountRun(first.get(0).account(), problem(e)));
    }
    return rounds;
  }

  private static Set<Long> passedOn(List<AccountRun> all) {
    return all.stream().flatMap(one -> one.passedOn().stream()).collect(Collectors.toSet());
  }

  /** Beside what this run does for its own bookings, for what runs of other machines hold. */
  private void standBy(List<AccountRun> some, StandbyThreads standbys, RunOptions options) {
    Set<String> others =
        some.stream().flatMap(one -> one.elsewhere().stream()).collect(Collectors.toSet());
    if (!others.isEmpty()) {
      workspace
          .database()
          .runs()
          .ifPresent(living -> standbys.begin(others, living, () -> takeOver(standbys, options)));
    }
  }

  /**
   * What a run of another machine has left. Where a third machine was quicker, this one stands by
   * for that one now.
   */
  private void takeOver(StandbyThreads standbys, RunOptions options) {
    process
        .stop()
        .protect(
            () -> {
              Instant now = workspace.now();
              List<AccountRun> all = begun(options, now);
              standBy(all, standbys, options);
              new TogetherAtOpenings(workspace, now).run(all, RunListener.NOBODY);
              withNextTimes(all, standbys, options, RunListener.NOBODY)
                  .forEach(one -> takenOver.add(one.report()));
              return null;
            });
  }

  /** What comes after the openings is done once for each account, by the last that has begun. */
  private static List<AccountRun> lastOfEach(List<AccountRun> rounds) {
    Map<String, AccountRun> last = new LinkedHashMap<>();
    rounds.forEach(
        one -> last.merge(one.account(), one, (old, now) -> now.begun() == null ? old : now));
    return List.copyOf(last.values());
  }

  private void defect(Throwable cause) {
    takenOver.add(new AccountReport(workspace.account(), RunReport.defect(cause)));
  }

  /** One report for each account. */
  private static List<AccountReport> joined(
      List<AccountReport> some, Collection<AccountReport> others) {
    Map<String, RunReport> all = new LinkedHashMap<>();
    Stream.concat(some.stream(), others.stream())
        .forEach(one -> all.merge(one.account(), one.report(), RunReport::and));
    return all.entrySet().stream()
        .map(one -> new AccountReport(one.getKey(), one.getValue()))
        .toList();
  }

  /** With one account, in the transaction that finds it. */
  private List<AccountRun> begun(RunOptions options, Instant now) {
    workspace.database().checkAgain();
    First first =
        workspace
            .database()
            .transact(store -> first(store, options, now), First::isToOutliveAPowerCut);
    if (first.only().isPresent()) {
      first.only().get().begun().committed();
      return List.of(first.only().get());
    }
    List<AccountRun> all = new ArrayList<>();
    for (String account : first.accounts()) {
      AccountRun one = begun(account, options, now);
      all.add(one);
      if (one.isStoppedBy(TemporaryTrouble.class)) {
        // The database is away: each of the others would wait for it as long.
        return all;
      }
    }
    return all;
  }

  private record First(List<String> accounts, Optional<AccountRun> only) {
    boolean isToOutliveAPowerCut() {
      return only.filter(one -> one.begun().isToOutliveAPowerCut()).isPresent();
    }
  }

  private First first(Store store, RunOptions options, Instant now) {
    List<String> served = accounts.of(store, options);
    return new First(
        served,
        served.size() > 1
            ? Optional.empty()
            : Optional.of(
                new AccountRun(
                    served.get(0), runs.apply(served.get(0)).begin(store, options, now))));
  }

  /** Whatever breaks is the trouble of this account alone, a defect too. */
  private AccountRun begun(String account, RunOptions options, Instant now) {
    try {
      return new AccountRun(account, runs.apply(account).begin(options, now));
    } catch (RuntimeException e) {
      workspace.log().of("run").warn("nothing could be done for account " + account, e);
      return new AccountRun(account, problem(e));
    }
  }

  /** No command line asked for what a row says that cannot be used. */
  private static Problem problem(RuntimeException e) {
    return e instanceof Problem problem && !(e instanceof InvalidRequest)
        ? problem
        : new SetupProblem(
            "nothing could be done, since something stored cannot be used or court has a defect"
                + ": see court.log, and court backup list",
            e);
  }
}
