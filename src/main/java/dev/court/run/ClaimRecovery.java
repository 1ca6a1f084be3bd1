package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.run.shots.RecordedShots;
import dev.court.run.shots.ShotFiles;
import dev.court.store.HeldClaim;
import dev.court.store.UnknownBookings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ends the claims of runs that are dead. What such a run did stands in its shot file: a booking for
 * which nothing left is pending again, and so is one whose answers are all known; one with an open
 * shot becomes unknown. This run may take it at once.
 */
final class ClaimRecovery {
  /** A run sends nothing earlier than this before the opening. */
  private static final Duration MAY_HAVE_SENT = Duration.ofSeconds(10);

  private static final String REASON = "a run ended in the middle of booking";

  private final RunTransaction transaction;
  private final Predicate<String> isDead;
  private final ShotFiles shots;
  private final OutcomeMapper mapper;
  private final StatusChange change;
  private final RunLog log;

  /**
   * The recovery of one run.
   *
   * @param isDead whether the run of that id has certainly ended
   */
  ClaimRecovery(
      RunTransaction transaction,
      Predicate<String> isDead,
      ShotFiles shots,
      OutcomeMapper mapper,
      StatusChange change,
      RunLog log) {
    this.transaction = transaction;
    this.isDead = isDead;
    this.shots = shots;
    this.mapper = mapper;
    this.change = change;
    this.log = log;
  }

  RecoveredClaims recover() {
    RecoveredClaims all = RecoveredClaims.NONE;
    for (HeldClaim held : transaction.store().claims().held(transaction.accountId())) {
      if (!isLive(held)) {
        all = all.and(recovered(held));
      }
    }
    return all;
  }

  private boolean isLive(HeldClaim held) {
    return !transaction.now().isAfter(held.until()) && !isDead.test(held.run());
  }

  private RecoveredClaims recovered(HeldClaim held) {
    Booking booking = held.what().booking();
    RecordedShots did = did(held);
    did.attempts().forEach(transaction.store().attempts()::add);
    Outcome outcome = outcome(booking, did);
    log.recovered(booking, outcome.status().word());
    Booking after = mapper.settled(booking, outcome, did.attempts());
    boolean isEnded =
        transaction.store().claims().trySettle(after, held.run(), next(held, outcome));
    if (!isEnded) {
      return RecoveredClaims.NONE;
    }
    boolean isBooked = outcome instanceof Outcome.Won;
    return RecoveredClaims.of(
        booking, outcome, isBooked ? change.report(booking, outcome) : RunReport.NOTHING);
  }

  private RecordedShots did(HeldClaim held) {
    RecordedShots did = shots.read(held.what().booking(), held.run());
    boolean isTooSoon = transaction.now().isBefore(held.at().minus(MAY_HAVE_SENT));
    return did.isUnknown() && isTooSoon ? RecordedShots.NOTHING : did;
  }

  private static Outcome outcome(Booking booking, RecordedShots did) {
    if (did.won().isPresent()) {
      return did.won().get();
    }
    Optional<OpenShot> open = did.open().map(shot -> named(shot, booking)).or(booking::openShot);
    return open.<Outcome>map(shot -> new Outcome.Unresolved(REASON, shot))
        .orElseGet(() -> new Outcome.TryAgain(booking.result().lastError(), Duration.ZERO));
  }

  /** Of a single court it is known which one was asked for. */
  private static OpenShot named(OpenShot shot, Booking booking) {
    List<String> courts = booking.courts().courtIds();
    return shot.courtId() == null && courts.size() == 1 ? OpenShot.at(courts.get(0)) : shot;
  }

  /** This run may take it, as the dead one did. */
  private static Instant next(HeldClaim held, Outcome outcome) {
    return outcome instanceof Outcome.Unresolved unresolved && !unresolved.open().isAskable()
        ? UnknownBookings.NEVER
        : held.at();
  }
}
