package dev.court.session;

import dev.court.atrium.realm.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.store.lock.RefreshLock;
import java.util.function.Supplier;

/** Begins a session in place of the one that is stored. No other process refreshes meanwhile. */
public final class SessionStart {
  private final String account;
  private final TokenStore tokens;
  private final TokenRefresher refresher;
  private final RefreshLock lock;

  SessionStart(String account, TokenStore tokens, TokenRefresher refresher, RefreshLock lock) {
    this.account = account;
    this.tokens = tokens;
    this.refresher = refresher;
    this.lock = lock;
  }

  /**
   * Tries a refresh token at the realm and stores the tokens that it gives.
   *
   * @throws SignInNeeded when the realm refuses it; then nothing is stored
   * @throws TemporaryTrouble when the realm does not answer; then it is stored, to be tried later
   * @throws SetupProblem when there is no key to seal it with; then the token is not sent
   */
  public void withToken(PastedToken token) {
    locked(
        () -> {
          tokens.checkSealing(token.secret());
          try {
            tokens.put(refresher.refresh(token.secret()));
          } catch (TemporaryTrouble e) {
            tokens.putUntried(token);
            throw e;
          }
        });
  }

  /** Stores a refresh token without sending it to the realm. */
  public void withUntriedToken(PastedToken token) {
    locked(() -> tokens.putUntried(token));
  }

  /**
   * Stores the tokens that a sign-in gives.
   *
   * @param probe is sealed first, so that a missing key is found before the sign-in
   */
  void withSignIn(Secret probe, Supplier<TokenSet> signIn) {
    locked(
        () -> {
          tokens.checkSealing(probe);
          tokens.put(signIn.get());
        });
  }

  private void locked(Runnable work) {
    lock.hold(
        account,
        () -> {
          work.run();
          tokens.tryBookingsAtOnce();
          return null;
        });
  }
}
