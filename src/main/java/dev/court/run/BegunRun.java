package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.run.opening.OpeningTokens;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.workspace.RunStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run of one account from its claims on, in steps: so that the bookings of several accounts can
 * be executed together. Each step is for one thread at a time.
 */
public final class BegunRun {
  private final RunSteps run;
  private final PreparedRun prepared;
  private final RunOptions options;
  private final Instant now;
  private OpeningTokens tokens;
  private OpeningCoordinator.Share share;
  private RunReport report = RunReport.NOTHING;

  BegunRun(RunSteps run, PreparedRun prepared, RunOptions options, Instant now) {
    this.run = run;
    this.prepared = prepared;
    this.options = options;
    this.now = now;
  }

  /** Whether its claims are to outlive a power cut. */
  public boolean isToOutliveAPowerCut() {
    return prepared.isToOutliveAPowerCut();
  }

  /** Comes after the transaction in which it began. */
  public void committed() {
    run.committed(prepared);
  }

  /** The runs of other machines that hold bookings of the account. */
  public Set<String> elsewhere() {
    return prepared.elsewhere().stream().map(HeldClaim::run).collect(Collectors.toSet());
  }

  /** What it will have to do when one of them dies is gone through once, if there is such a run. */
  public void rehearse() {
    if (!prepared.elsewhere().isEmpty()) {
      new OpeningRehearsal(run).rehearse(prepared, options);
    }
  }

  /** Whether there is something to ask for. */
  public boolean isDue() {
    return !prepared.due().isEmpty();
  }

  /** When its bookings are to be tried, in order. */
  public List<Instant> openings() {
    return prepared.due().stream().map(DueBooking::at).sorted().toList();
  }

  /** Says what is claimed; the log is held when that is urgent, until the caller releases it. */
  public void announce(RunListener listener) {
    if (isDue() && run.isUrgent(prepared.due())) {
      run.workspace().log().hold();
    }
    new RunLog(run.workspace().log()).prepared(prepared);
    if (isDue()) {
      listener.waiting(openings());
    }
  }

  /** Gets the token, which may take until an opening or longer. */
  public void ready() {
    if (!isDue()) {
      return;
    }
    tokens = run.tokens(prepared.due().get(0));
    try {
      share = run.share(prepared, options, now, tokens);
    } catch (RunStopped e) {
      report = run.giveBack(prepared.due());
      tokens.close();
    } catch (SignInNeeded e) {
      end(new Outcome.SignInRequired(e.getMessage()), e);
    } catch (Problem e) {
      end(new Outcome.TryAgain(e.getMessage(), Duration.ZERO), e);
    } catch (RuntimeException e) {
      tokens.close();
      throw e;
    }
  }

  private void end(Outcome outcome, Problem problem) {
    try {
      report = run.untried(prepared.due(), outcome, problem);
    } finally {
      tokens.close();
    }
  }

  /**
   * Asks for the bookings of all, and returns what became of them, in the order of the runs.
   *
   * @param runs each is ready
   */
  public static List<RunReport> together(List<BegunRun> runs) {
    List<BegunRun> going = runs.stream().filter(one -> one.share != null).toList();
    if (!going.isEmpty()) {
      OpeningCoordinator coordinator =
          new OpeningCoordinator(going.stream().map(one -> one.share).toList());
      List<RunReport> reports = coordinator.all();
      for (int i = 0; i < going.size(); i++) {
        going.get(i).over(reports.get(i), coordinator.calledOff());
      }
    }
    return runs.stream().map(one -> one.report).toList();
  }

  private void over(RunReport booked, List<DueBooking> calledOff) {
    try {
      List<DueBooking> own = new ArrayList<>(prepared.due());
      own.retainAll(calledOff);
      RunReport left = run.giveBack(own);
      report = booked.and(run.lostToOwn(prepared.leftOut(), booked)).and(left);
    } finally {
      tokens.close();
    }
  }

  /** What the first transaction did, and what became of the bookings so far. */
  public RunReport soFar() {
    return prepared.report().and(report);
  }

  /** Writes into the log what the run did, when it is over. */
  public void log(RunReport all) {
    new RunLog(run.workspace().log()).over(all);
  }

  /**
   * The ids of the bookings that leave another time of their occurrence to be asked for now: they
   * are lost, by the first transaction too, or nothing is booked and that time opens soon.
   */
  public Set<Long> passedOn() {
    Stream<Long> lost =
        soFar().bookings().stream()
            .filter(one -> one.outcome() instanceof Outcome.PassedOn)
            .map(one -> one.what().booking().id());
    return Stream.concat(lost, putOff()).collect(Collectors.toSet());
  }

  private Stream<Long> putOff() {
    Instant end = run.workspace().now();
    Map<Long, Booking> pending =
        report.stillPending().stream()
            .map(ScheduledBooking::booking)
            .collect(Collectors.toMap(Booking::id, Function.identity(), (one, same) -> one));
    return prepared.due().stream()
        .filter(one -> one.nextTime().filter(next -> options.isWithin(next, end)).isPresent())
        .filter(one -> isPutOff(one, pending.get(one.what().booking().id()), end))
        .map(one -> one.what().booking().id());
  }

  /**
   * After a run that stood still beyond both openings, and has asked for nothing, the better time
   * comes first.
   */
  private static boolean isPutOff(DueBooking due, Booking pending, Instant end) {
    return pending != null
        && (due.nextTime().filter(end::isBefore).isPresent()
            || pending.result().attempts() > due.what().booking().result().attempts());
  }

  /** Settles what is unclear, and keeps the session alive. */
  public RunReport after() {
    return run.after(prepared, report, now);
  }
}
