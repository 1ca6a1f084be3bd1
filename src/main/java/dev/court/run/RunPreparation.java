package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.booking.Strategy;
import dev.court.notification.NotificationPhase;
import dev.court.schedule.BookingMaterializer;
import dev.court.schedule.ExpiryWarning;
import dev.court.session.AutomaticSignIn;
import dev.court.session.RefreshPolicy;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The first transaction of a run: puts right what earlier runs left, fills the series, and claims
 * what is due. With nothing due, it is all that a run does with the database.
 */
final class RunPreparation {
  /** Closer to the opening than this, a dead run may have sent its request. */
  private static final Duration MAY_HAVE_FIRED = Duration.ofSeconds(10);

  /** Added to a claim for answers and readings after the last request. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(60);

  /** A run that comes a moment after the end of a watch still makes the last try. */
  private static final Duration LAST_TRY = Duration.ofSeconds(60);

  private static final String CUT_SHORT = "a run ended in the middle of booking";

  private final Workspace workspace;
  private final LeaseOwner claimant;
  private final RunOptions options;
  private final Supplier<Optional<Problem>> setup;
  private final NotificationPhase telling;

  /**
   * The intake of one run.
   *
   * @param setup says what is missing in the settings, if anything is
   * @param telling looks around here for what is to be told
   */
  RunPreparation(
      Workspace workspace,
      LeaseOwner claimant,
      RunOptions options,
      Supplier<Optional<Problem>> setup,
      NotificationPhase telling) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.options = options;
    this.setup = setup;
    this.telling = telling;
  }

  /**
   * What a run has to do.
   *
   * @param over bookings whose start passed, or whose watch ended, said once
   * @param due to be pursued, held by this run
   * @param doubts to be settled by reading
   * @param obstacle why nothing can be booked; then nothing was claimed
   * @param isNews whether the obstacle is worth a word
   * @param tokens the session, if there is one that has not ended
   * @param mustSignIn whether it is time to sign in again by remembered credentials
   * @param forewarning of an opening that the session will not live to see
   */
  record PreparedRun(
      List<RunReport.BookingReport> over,
      List<DueBooking> due,
      List<UnknownReconciler.Candidate> doubts,
      Optional<Problem> obstacle,
      boolean isNews,
      Optional<StoredTokens> tokens,
      boolean mustSignIn,
      Optional<ExpiryWarning> forewarning) {

    boolean holdsClaims() {
      return !due.isEmpty();
    }
  }

  PreparedRun take(Store store) {
    Instant now = workspace.now();
    long account = workspace.accountId(store);
    Set<Long> doubted = releaseTheDead(store, account, now);
    new BookingMaterializer(workspace.venue(), store, now).fillAll(account);
    List<RunReport.BookingReport> over = new ArrayList<>(endWatches(store, account, now));
    over.addAll(markMissed(store, account, now));
    List<DueBooking> due = due(store, account, now);
    List<UnknownReconciler.Candidate> doubts = doubts(store, account, now, doubted);
    Optional<StoredTokens> tokens = store.tokens().find(account);
    boolean idle = due.isEmpty() && doubts.isEmpty();
    AutomaticSignIn.Readiness again = AutomaticSignIn.Readiness.of(store, account, now);
    Optional<Problem> obstacle =
        idle && store.dueBookings().earliestTry(account).isEmpty()
            ? Optional.empty()
            : obstacle(tokens, again.isPossible());
    Warnings warnings = new Warnings(store.accounts(), account, now);
    boolean isNews = obstacle.isPresent() && warnings.isNews(due);
    boolean isWell = obstacle.isEmpty() && !again.inTrouble() && !again.isDue();
    if (isWell && tokens.filter(present -> RefreshPolicy.isDue(present, now)).isEmpty()) {
      warnings.clear();
      telling.tidings().allIsWell(store);
    }
    Optional<ExpiryWarning> forewarning =
        obstacle.isEmpty() ? new ExpiryWarnings(store, account, now).news() : Optional.empty();
    forewarning.ifPresent(one -> telling.tidings().of(store, one));
    telling.look(store, now);
    return new PreparedRun(
        over,
        obstacle.isEmpty() ? claimed(store, due, now) : List.of(),
        obstacle.isEmpty() ? doubts : List.of(),
        obstacle,
        isNews,
        tokens.filter(present -> present.ended() == null),
        again.isDue(),
        forewarning);
  }

  /** The ids of those that are in doubt now. */
  private Set<Long> releaseTheDead(Store store, long account, Instant now) {
    Set<Long> doubted = new HashSet<>();
    for (HeldClaim held : store.claims().held(account)) {
      boolean isDead = now.isAfter(held.until()) || claimant.isDead().test(held.run());
      if (isDead && !now.isBefore(held.at().minus(MAY_HAVE_FIRED))) {
        if (store.claims().tryMarkUnknown(held, CUT_SHORT, now.plus(OutcomeMapper.GRACE))) {
          tell(
              store,
              account,
              held.what().booking(),
              Optional.of(new Outcome.Unresolved(CUT_SHORT)));
        }
        doubted.add(held.what().booking().id());
      } else if (isDead) {
        store.claims().tryRelease(held);
      }
    }
    return doubted;
  }

  private List<UnknownReconciler.Candidate> doubts(
      Store store, long account, Instant now, Set<Long> doubted) {
    return store.unknownBookings().unsettled(account, now).stream()
        .filter(one -> options.admits(one.what().schedule().id()))
        .map(
            one ->
                new UnknownReconciler.Candidate(one, doubted.contains(one.what().booking().id())))
        .toList();
  }

  /** A machine that slept through the last try does not ask for a court that nobody wants now. */
  private List<RunReport.BookingReport> endWatches(Store store, long account, Instant now) {
    List<RunReport.BookingReport> ended = new ArrayList<>();
    for (ScheduledBooking watched : store.bookings().watched(account)) {
      Booking booking = watched.booking();
      String reason = booking.result().lastError();
      if (isOver(watched, now)
          && store.bookings().tryChangeStatus(booking, BookingStatus.FAILED, reason)) {
        Outcome lost = new Outcome.Lost(reason, true);
        ended.add(
            RunReport.BookingReport.news(tell(store, account, booking, Optional.of(lost)), lost));
      }
    }
    return ended;
  }

  private boolean isOver(ScheduledBooking watched, Instant now) {
    return !watched.schedule().removed()
        && !watched.schedule().leavesOut(watched.booking())
        && watched
            .watchEnd(workspace.venue().notice())
            .filter(now.minus(LAST_TRY)::isBefore)
            .isEmpty();
  }

  private List<RunReport.BookingReport> markMissed(Store store, long account, Instant now) {
    List<RunReport.BookingReport> missed = new ArrayList<>();
    for (ScheduledBooking over :
        store.bookings().startedBefore(account, now, BookingStatus.PENDING)) {
      if (over.schedule().removed()) {
        store.bookings().tryChangeStatus(over.booking(), BookingStatus.CANCELLED, null);
      } else if (over.schedule().leavesOut(over.booking())) {
        store.bookings().tryChangeStatus(over.booking(), BookingStatus.SKIPPED, null);
      } else if (store
          .bookings()
          .tryChangeStatus(over.booking(), BookingStatus.MISSED, why(over.booking()))) {
        missed.add(
            RunReport.BookingReport.missed(tell(store, account, over.booking(), Optional.empty())));
      }
    }
    return missed;
  }

  /** The booking as it stands now. */
  private ScheduledBooking tell(
      Store store, long account, Booking before, Optional<Outcome> outcome) {
    ScheduledBooking after = store.bookings().find(account, before.id()).orElseThrow();
    telling.tidings().of(store, after, outcome, before, workspace.now());
    return after;
  }

  private static String why(Booking booking) {
    String last = booking.result().lastError();
    return last == null ? "no run came between its opening and its start" : last;
  }

  private List<DueBooking> due(Store store, long account, Instant now) {
    return store.dueBookings().due(account, now.plus(options.within()), now).stream()
        .filter(one -> options.admits(one.what().schedule().id()))
        .toList();
  }

  private Optional<Problem> obstacle(Optional<StoredTokens> tokens, boolean canSignIn) {
    Optional<Problem> missing = setup.get();
    if (missing.isPresent()) {
      return missing;
    }
    if (tokens.isEmpty()) {
      return Optional.of(new SignInNeeded("nobody is signed in: sign in with court login"));
    }
    return Optional.ofNullable(tokens.get().ended())
        .filter(ended -> !canSignIn)
        .map(SignInNeeded::new);
  }

  private List<DueBooking> claimed(Store store, List<DueBooking> due, Instant now) {
    return due.stream()
        .filter(
            one -> store.claims().tryClaim(one.what().booking(), claimant.id(), until(one, now)))
        .map(one -> besideItsSiblings(store, one))
        .toList();
  }

  /** One does not want to change courts in the middle of an occurrence. */
  private static DueBooking besideItsSiblings(Store store, DueBooking due) {
    if (due.what().schedule().asked().strategy() != Strategy.SPLIT) {
      return due;
    }
    Booking booking = due.what().booking();
    return SplitCoordination.courtOfNearest(booking, store.bookings().siblings(booking))
        .map(due::preferring)
        .orElse(due);
  }

  private Instant until(DueBooking due, Instant now) {
    return deadline(due.at(), now, options).plus(TO_SETTLE);
  }

  /**
   * The instant after which a run sends no more requests for a booking to be tried at {@code at}.
   */
  static Instant deadline(Instant at, Instant now, RunOptions options) {
    return (at.isAfter(now) ? at : now).plus(options.giveUp());
  }
}
