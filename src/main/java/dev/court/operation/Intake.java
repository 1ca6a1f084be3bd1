package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.store.Claims;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first transaction of a run: puts right what earlier runs left, fills the series, and claims
 * what is due. With nothing due, it is all that a run does with the database.
 */
final class Intake {
  /** Closer to the opening than this, a dead run may have sent its request. */
  private static final Duration MAY_HAVE_FIRED = Duration.ofSeconds(10);

  /** Added to a claim for answers and readings after the last request. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_WARNINGS = Duration.ofHours(12);

  private final Workspace workspace;
  private final Claimant claimant;
  private final RunOptions options;
  private final Supplier<Optional<Problem>> setup;

  /**
   * The intake of one run.
   *
   * @param setup says what is missing in the settings, if anything is
   */
  Intake(
      Workspace workspace,
      Claimant claimant,
      RunOptions options,
      Supplier<Optional<Problem>> setup) {
    this.workspace = workspace;
    this.claimant = claimant;
    this.options = options;
    this.setup = setup;
  }

  /**
   * What a run has to do.
   *
   * @param missed bookings whose start passed, said once
   * @param due to be pursued, held by this run
   * @param unknown to be settled by reading
   * @param obstacle why nothing can be booked; then nothing was claimed
   * @param isNews whether the obstacle is worth a word
   * @param tokens the session, if there is one that has not ended
   */
  record Taken(
      List<ScheduledBooking> missed,
      List<ScheduledBooking> due,
      List<Claims.Unknown> unknown,
      Optional<Problem> obstacle,
      boolean isNews,
      Optional<StoredTokens> tokens) {

    boolean holdsClaims() {
      return !due.isEmpty();
    }
  }

  Taken take(Store store) {
    Instant now = workspace.now();
    long account = workspace.accountId(store);
    releaseTheDead(store, account, now);
    new Filling(workspace.venue(), store, now).fillAll(account);
    List<ScheduledBooking> missed = markMissed(store, account, now);
    List<ScheduledBooking> due = due(store, account, now);
    List<Claims.Unknown> unknown = store.claims().unknown(account, now);
    Optional<StoredTokens> tokens = store.tokens().find(account);
    boolean idle = due.isEmpty() && unknown.isEmpty();
    Optional<Problem> obstacle =
        idle && store.claims().nextTry(account).isEmpty() ? Optional.empty() : obstacle(tokens);
    boolean isNews = isNews(store, account, obstacle, !idle);
    return new Taken(
        missed,
        obstacle.isEmpty() ? claimed(store, due, now) : List.of(),
        obstacle.isEmpty() ? unknown : List.of(),
        obstacle,
        isNews,
        tokens.filter(present -> present.ended() == null));
  }

  private void releaseTheDead(Store store, long account, Instant now) {
    for (Claims.Held held : store.claims().held(account)) {
      if (now.isAfter(held.until()) || claimant.isDead().test(held.run())) {
        release(store, held, now);
      }
    }
  }

  private static void release(Store store, Claims.Held held, Instant now) {
    if (now.isBefore(held.what().booking().opening().minus(MAY_HAVE_FIRED))) {
      store.claims().release(held);
    } else {
      store
          .claims()
          .doubt(held, "a run ended in the middle of booking", now.plus(Settlement.GRACE));
    }
  }

  private List<ScheduledBooking> markMissed(Store store, long account, Instant now) {
    List<ScheduledBooking> missed = new ArrayList<>();
    for (ScheduledBooking over :
        store.bookings().startedBefore(account, now, BookingStatus.PENDING)) {
      if (over.schedule().leavesOut(over.booking().start())) {
        store.bookings().move(over.booking(), BookingStatus.SKIPPED, null);
      } else if (store.bookings().move(over.booking(), BookingStatus.MISSED, why(over.booking()))) {
        missed.add(store.bookings().find(account, over.booking().id()).orElseThrow());
      }
    }
    return missed;
  }

  private static String why(Booking booking) {
    String last = booking.result().lastError();
    return last == null ? "no run came between its opening and its start" : last;
  }

  private List<ScheduledBooking> due(Store store, long account, Instant now) {
    return store.claims().due(account, now.plus(options.within()), now).stream()
        .filter(one -> options.admits(one.schedule().id()))
        .toList();
  }

  private Optional<Problem> obstacle(Optional<StoredTokens> tokens) {
    Optional<Problem> missing = setup.get();
    if (missing.isPresent()) {
      return missing;
    }
    if (tokens.isEmpty()) {
      return Optional.of(new SignInNeeded("nobody is signed in: sign in with court login"));
    }
    return Optional.ofNullable(tokens.get().ended()).map(SignInNeeded::new);
  }

  /** What keeps a due booking from being made is always worth a word, the rest twice a day. */
  private boolean isNews(Store store, long account, Optional<Problem> obstacle, boolean pressing) {
    Optional<Instant> warned = store.accounts().warnedAt(account);
    Instant now = workspace.now();
    boolean isNews =
        obstacle.isPresent()
            && (pressing || warned.map(at -> now.isAfter(at.plus(BETWEEN_WARNINGS))).orElse(true));
    if (isNews) {
      store.accounts().warned(account, now);
    } else if (obstacle.isEmpty() && warned.isPresent()) {
      store.accounts().warned(account, null);
    }
    return isNews;
  }

  private List<ScheduledBooking> claimed(Store store, List<ScheduledBooking> due, Instant now) {
    return due.stream()
        .filter(one -> store.claims().take(one.booking(), claimant.id(), until(one.booking(), now)))
        .toList();
  }

  private Instant until(Booking booking, Instant now) {
    return deadline(booking, now, options).plus(TO_SETTLE);
  }

  /** The instant after which a run sends no more requests for a booking. */
  static Instant deadline(Booking booking, Instant now, RunOptions options) {
    Instant from = booking.opening().isAfter(now) ? booking.opening() : now;
    return from.plus(options.giveUp());
  }
}
