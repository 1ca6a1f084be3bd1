package dev.court.run;

import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.session.RefreshPolicy;
import dev.court.session.SignInReadiness;
import dev.court.store.StoredTokens;
import dev.court.workspace.SignInRemedy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The session of an account as a run finds it.
 *
 * @param account its name
 * @param tokens empty when nobody is signed in
 * @param automatic whether remembered credentials can begin a new session
 */
record SessionState(String account, Optional<StoredTokens> tokens, SignInReadiness automatic) {

  static SessionState read(RunTransaction transaction, String account) {
    return new SessionState(
        account,
        transaction.store().tokens().find(transaction.accountId()),
        SignInReadiness.of(transaction.store(), transaction.accountId(), transaction.now()));
  }

  /** Why nothing can be booked with it; empty when something can. */
  Optional<Problem> obstacle() {
    if (tokens.isEmpty()) {
      return Optional.of(SignInRemedy.needed("nobody is signed in", account));
    }
    return Optional.ofNullable(tokens.get().ended())
        .filter(reason -> !automatic.isPossible())
        .map(SignInNeeded::new);
  }

  /**
   * The problem of the key, if there is something that it should open. It counts also when nothing
   * is to be booked: a session that nobody can refresh is lost.
   */
  Optional<Problem> obstacleOf(Supplier<Optional<Problem>> key) {
    boolean isLive = tokens.filter(present -> present.ended() == null).isPresent();
    return isLive || automatic.isPossible() ? key.get() : Optional.empty();
  }

  /** Whether a run has nothing to do to keep it alive. */
  boolean isWell(Instant now) {
    return !automatic.inTrouble() && !automatic.isDue() && !isOld(now);
  }

  boolean mustSignIn() {
    return automatic.isDue();
  }

  boolean mustRefresh(Instant now) {
    return isOld(now) && tokens.filter(present -> present.ended() == null).isPresent();
  }

  private boolean isOld(Instant now) {
    return tokens.filter(present -> RefreshPolicy.isDue(present, now)).isPresent();
  }
}
