package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.schedule.WantedNow;
import dev.court.store.Claims;
import dev.court.store.HeldClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Ends the claims of runs that are dead. A booking whose request may have left becomes unknown, any
 * other one pending.
 */
final class ClaimRecovery {
  /** A run sends nothing earlier than this before the opening. */
  private static final Duration MAY_HAVE_SENT = Duration.ofSeconds(10);

  private static final String REASON = "a run ended in the middle of booking";

  private final RunTransaction transaction;
  private final Predicate<String> isDead;
  private final StatusChange change;
  private final WantedNow wanted;
  private final RunLog log;

  /**
   * The recovery of one run.
   *
   * @param isDead whether the run of that id has certainly ended
   */
  ClaimRecovery(
      RunTransaction transaction,
      Predicate<String> isDead,
      StatusChange change,
      WantedNow wanted,
      RunLog log) {
    this.wanted = wanted;
    this.log = log;
    this.transaction = transaction;
    this.isDead = isDead;
    this.change = change;
  }

  /**
   * What was recovered.
   *
   * @param unknown the bookings that became unknown, as they were before
   * @param hasMessages whether there is a message to send
   */
  record Recovered(List<Booking> unknown, boolean hasMessages) {

    /** The booking as it was when this run began; itself unless it became unknown now. */
    Booking before(Booking now) {
      return unknown.stream().filter(one -> one.id() == now.id()).findFirst().orElse(now);
    }
  }

  Recovered recover() {
    List<Booking> unknown = new ArrayList<>();
    boolean hasMessages = false;
    for (HeldClaim held : claims().held(transaction.accountId())) {
      if (isLive(held)) {
        continue;
      }
      if (mayHaveSent(held)) {
        hasMessages |= doubt(held);
        unknown.add(held.what().booking());
        log.recovered(held.what().booking(), "unknown");
      } else {
        log.recovered(held.what().booking(), "pending");
        release(held);
      }
    }
    return new Recovered(List.copyOf(unknown), hasMessages);
  }

  private void release(HeldClaim held) {
    if (claims().tryRelease(held)) {
      wanted.align(transaction.accountId(), held.what().booking().id());
    }
  }

  private boolean isLive(HeldClaim held) {
    return !transaction.now().isAfter(held.until()) && !isDead.test(held.run());
  }

  private boolean mayHaveSent(HeldClaim held) {
    return !transaction.now().isBefore(held.at().minus(MAY_HAVE_SENT));
  }

  private boolean doubt(HeldClaim held) {
    Instant conclusiveFrom = transaction.now().plus(OutcomeMapper.GRACE);
    return claims().tryMarkUnknown(held, REASON, conclusiveFrom)
        && change.report(held.what().booking(), new Outcome.Unresolved(REASON)).hasMessages();
  }

  private Claims claims() {
    return transaction.store().claims();
  }
}
