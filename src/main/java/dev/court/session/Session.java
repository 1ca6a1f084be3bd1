package dev.court.session;

import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.store.StoredTokens;
import dev.court.store.lock.RefreshLock;
import dev.court.workspace.SignInRemedy;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps the session of an account alive and gives out its access token. With rotation a refresh
 * token works once, and using it twice ends the session. So one process refreshes at a time, and
 * stores the new tokens before it uses them.
 */
public final class Session {
  private final Workspace workspace;
  private final TokenStore tokenStore;
  private final TokenRefresher refresher;
  private final RefreshLock lock;
  private final AutomaticSignIn automatic;

  /** Asks for the realm only when a refresh is due. */
  public Session(
      Workspace workspace,
      TokenStore tokenStore,
      Supplier<Realm> realm,
      RefreshLock lock,
      AutomaticSignIn automatic) {
    this.workspace = workspace;
    this.tokenStore = tokenStore;
    this.refresher = new TokenRefresher(realm, workspace.account());
    this.lock = lock;
    this.automatic = automatic;
  }

  /** The ways to begin a session in place of this one. */
  public SessionStart start() {
    return new SessionStart(workspace.account(), tokenStore, refresher, lock);
  }

  /** Why nothing can be done with it, and the sign-in that mends it, in one line. */
  public String remedied(String why) {
    return SignInRemedy.after(why, workspace.account());
  }

  /** The session as it is stored; opens no token. */
  public SessionView view() {
    return tokenStore.find().map(SessionView::of).orElse(SessionView.NONE);
  }

  /** What keeps stored tokens from being opened; quick, since it opens none. */
  public Optional<Problem> keyProblem() {
    return tokenStore.keyProblem();
  }

  /**
   * Opens what is stored, and asks nobody. Without a session there is nothing to open.
   *
   * @throws dev.court.booking.SetupProblem when the key is missing, or is not the one that sealed
   *     it
   */
  public void checkKey() {
    tokenStore.find().filter(tokens -> tokens.ended() == null).ifPresent(tokenStore::refreshToken);
  }

  /**
   * Returns an access token that does not expire before {@code until}, after a refresh if needed.
   *
   * @throws SignInNeeded when there is no session, or it has ended
   * @throws TemporaryTrouble when the realm does not answer now
   */
  public Secret accessToken(Instant until) {
    return accessTokenUnless(tokens -> tokens.outlives(until), true);
  }

  /**
   * Opens the access token of a session that was read already; asks nobody.
   *
   * @throws dev.court.booking.SetupProblem when the key is missing, or is not the one that sealed
   *     it
   */
  public Secret accessToken(StoredTokens tokens) {
    return tokenStore.accessToken(tokens);
  }

  /**
   * Returns another access token than one that Atrium refused, after a refresh unless another
   * process has refreshed already.
   *
   * @throws SignInNeeded when there is no session, or it has ended
   * @throws TemporaryTrouble when the realm does not answer now
   */
  public Secret replace(Secret refused) {
    return accessTokenUnless(
        tokens -> tokens.accessToken() != null && !tokenStore.accessToken(tokens).equals(refused),
        true);
  }

  /**
   * Puts a question to Atrium; once more, with another token, where the first one is refused.
   *
   * @param until when the token may expire
   * @return the last answer
   * @throws SignInNeeded when there is no session, or it has ended
   * @throws TemporaryTrouble when the realm does not answer now
   */
  public <T> T ask(Instant until, Function<Secret, T> question, Predicate<T> isTokenRefused) {
    Secret token = accessToken(until);
    T answer = question.apply(token);
    return isTokenRefused.test(answer) ? question.apply(replace(token)) : answer;
  }

  /**
   * Refreshes unless the tokens are younger than {@code age}.
   *
   * @return whether they were refreshed
   */
  public boolean refreshIfOlderThan(Duration age) {
    Instant before = required().refreshedAt();
    accessTokenUnless(
        tokens -> tokens.refreshedAt().plus(age).isAfter(workspace.now()), age.isZero());
    return !required().refreshedAt().equals(before);
  }

  /** Refreshes when the {@link RefreshPolicy} says so. */
  public void keepAlive() {
    accessTokenUnless(tokens -> !RefreshPolicy.isDue(tokens, workspace.now()), false);
  }

  /** Signs in before the session ends, unless another process has done it already. */
  public void signInAgain() {
    lock.hold(
        workspace.account(),
        () -> {
          if (automatic.readiness().isDue()) {
            tokenStore.put(signedIn(false));
          }
          return null;
        });
  }

  private Secret accessTokenUnless(Predicate<StoredTokens> isGood, boolean isUrgent) {
    StoredTokens tokens = required();
    return isUsable(tokens, isGood)
        ? tokenStore.accessToken(tokens)
        : lock.hold(workspace.account(), () -> refreshUnderLock(isGood, isUrgent));
  }

  private static boolean isUsable(StoredTokens tokens, Predicate<StoredTokens> isGood) {
    return tokens.ended() == null && tokens.accessToken() != null && isGood.test(tokens);
  }

  /** Reads the tokens again, since another process may have refreshed while this one waited. */
  private Secret refreshUnderLock(Predicate<StoredTokens> isGood, boolean isUrgent) {
    StoredTokens tokens = required();
    if (isUsable(tokens, isGood)) {
      return tokenStore.accessToken(tokens);
    }
    TokenSet fresh =
        tokens.ended() == null
            ? refreshed(tokenStore.refreshToken(tokens), isUrgent)
            : signedIn(isUrgent);
    tokenStore.put(fresh);
    return fresh.accessToken();
  }

  private TokenSet refreshed(Secret refreshToken, boolean isUrgent) {
    try {
      return refresher.refresh(refreshToken);
    } catch (SignInNeeded e) {
      workspace.log().of("session").warn("the realm refused the refresh token", e);
      tokenStore.recordEnd(e);
      if (automatic.readiness().isPossible()) {
        return signedIn(isUrgent);
      }
      throw e;
    }
  }

  private TokenSet signedIn(boolean isUrgent) {
    try {
      return automatic.signIn(isUrgent);
    } catch (SignInNeeded e) {
      tokenStore.recordReasonIfEnded(e);
      throw e;
    }
  }

  private StoredTokens required() {
    StoredTokens tokens =
        tokenStore
            .find()
            .orElseThrow(() -> SignInRemedy.needed("nobody is signed in", workspace.account()));
    if (tokens.ended() != null && !automatic.readiness().isPossible()) {
      throw new SignInNeeded(tokens.ended());
    }
    return tokens;
  }
}
