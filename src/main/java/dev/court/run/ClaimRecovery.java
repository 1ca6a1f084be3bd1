package dev.court.run;

import dev.court.atrium.http.ServerText;
import dev.court.booking.Answer;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.run.shots.RecordedShots;
import dev.court.run.shots.ShotFiles;
import dev.court.run.standby.Arming;
import dev.court.store.HeldClaim;
import dev.court.store.UnknownBookings;
import dev.court.text.Excerpt;
import dev.court.workspace.LeaseOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ends the claims of runs that are dead. What such a run did stands in its shot file: a booking for
 * which nothing left is pending again, and so is one whose answers are all known; one with an open
 * shot becomes unknown. This run may take it at once.
 */
final class ClaimRecovery {
  /** A run sends nothing earlier than this before the opening. */
  private static final Duration MAY_HAVE_SENT = Duration.ofSeconds(10);

  private static final String REASON = "a run ended in the middle of booking";

  /** What an answer said that was no plain success. */
  private static final Set<String> DOUBTFUL =
      Set.of(Answer.Mismatched.WORD, Answer.Unconfirmed.WORD);

  private static final int MOST_WORDS = 200;

  private final RunTransaction transaction;
  private final LeaseOwner leaseOwner;
  private final ShotFiles shots;
  private final OutcomeMapper mapper;
  private final StatusChange change;
  private final RunLog log;
  private final List<HeldClaim> elsewhere = new ArrayList<>();

  /**
   * The recovery of one run.
   *
   * @param leaseOwner tells which other runs are dead
   */
  ClaimRecovery(
      RunTransaction transaction,
      LeaseOwner leaseOwner,
      ShotFiles shots,
      OutcomeMapper mapper,
      StatusChange change,
      RunLog log) {
    this.transaction = transaction;
    this.leaseOwner = leaseOwner;
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
      } else if (held.isFenced() && !leaseOwner.isAlive().test(held.run())) {
        elsewhere.add(held);
      }
    }
    return all;
  }

  /** A clock that is wrong, or a process that was stopped, makes a living run look dead by time. */
  private boolean isLive(HeldClaim held) {
    return leaseOwner.isAlive().test(held.run())
        || (!transaction.now().isAfter(held.until())
            && !leaseOwner.isDead().test(held.run())
            && !transaction.store().claims().isRunOver(held));
  }

  /** What runs of other machines hold, which live as far as anybody knows. */
  List<HeldClaim> elsewhere() {
    return elsewhere;
  }

  private RecoveredClaims recovered(HeldClaim held) {
    Booking booking = held.what().booking();
    RecordedShots did = did(held);
    did.attempts().forEach(transaction.store().attempts()::add);
    Outcome outcome = outcome(booking, did);
    log.recovered(booking, outcome.status().word());
    Booking after = mapper.settled(held.what(), outcome, did.attempts());
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
    if (!did.isUnknown()) {
      return did;
    }
    if (held.isArmed()) {
      // However early it is by the clock of this machine, which may be the one that is slow. What
      // it armed before is closed: it arms no other court while a request is open.
      return RecordedShots.maybe(held.what().booking(), held.armed());
    }
    boolean isTooSoon = transaction.now().isBefore(held.at().minus(MAY_HAVE_SENT));
    return isTooSoon || armsFirst(held)
        ? RecordedShots.nothing(held.what().booking())
        : RecordedShots.ANYTHING;
  }

  /** A run that several machines see asks for no court that it has not armed. */
  private boolean armsFirst(HeldClaim held) {
    return held.isFenced() && !Arming.isOnlyCourt(held.what().booking());
  }

  private static Outcome outcome(Booking booking, RecordedShots did) {
    if (did.won().isPresent()) {
      return did.won().get();
    }
    return open(booking, did)
        .map(shot -> named(shot, booking))
        .<Outcome>map(shot -> new Outcome.Unresolved(reason(did), shot))
        .orElseGet(() -> new Outcome.TryAgain(booking.result().lastError(), Duration.ZERO));
  }

  /** With what was heard last, if that is why the shot is open. */
  private static String reason(RecordedShots did) {
    return did.attempts().stream()
        .reduce((earlier, later) -> later)
        .filter(last -> DOUBTFUL.contains(last.answer()))
        .map(last -> REASON + " after an answer in doubt: " + words(last))
        .orElse(REASON);
  }

  private static String words(Attempt last) {
    return "%s, HTTP %s, %s"
        .formatted(
            last.answer(),
            last.httpStatus(),
            Excerpt.start(ServerText.line(last.raw()), MOST_WORDS));
  }

  /** Where an earlier shot was open, no other court was asked for. */
  private static Optional<OpenShot> open(Booking booking, RecordedShots did) {
    return did.isUnknown() ? booking.openShot().or(did::open) : did.open();
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
