package dev.court.session;

import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.RefreshAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.store.ProcessLock;
import dev.court.store.StoredTokens;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The signed-in session of an account. With rotation a refresh token works once, and using it twice
 * ends the session: so one refresher at a time across processes, and what it got is stored before
 * it is used.
 */
public final class Session {
  private static final String REMEDY = "sign in with court login";

  private final Workspace workspace;
  private final TokenStore shelf;
  private final Supplier<Realm> realm;
  private final ProcessLock lock;
  private final AutomaticSignIn again;

  /** The realm is asked for only when a refresh is due. */
  public Session(
      Workspace workspace,
      TokenStore shelf,
      Supplier<Realm> realm,
      ProcessLock lock,
      AutomaticSignIn again) {
    this.workspace = workspace;
    this.shelf = shelf;
    this.realm = realm;
    this.lock = lock;
    this.again = again;
  }

  /** What is known of it without opening a token. */
  public SessionView view() {
    return shelf
        .find()
        .map(
            tokens ->
                new SessionView(
                    true,
                    tokens.accessExpiry(),
                    tokens.refreshExpiry(),
                    tokens.refreshedAt().equals(Instant.EPOCH) ? null : tokens.refreshedAt(),
                    tokens.ended()))
        .orElse(SessionView.NONE);
  }

  /**
   * An access token that is good until {@code until} as far as anyone can tell; refreshed for it if
   * need be.
   *
   * @throws SignInNeeded when there is no session, or it ended
   * @throws TemporaryTrouble when the realm does not answer now
   */
  public Secret accessToken(Instant until) {
    return freshUnless(tokens -> isAlive(tokens, until), true);
  }

  /** A new access token whatever the present one's age, unless another process was faster. */
  public Secret replace(Secret refused) {
    return freshUnless(
        tokens -> tokens.accessToken() != null && !shelf.accessToken(tokens).equals(refused), true);
  }

  /**
   * Refreshes unless the tokens are younger than {@code age}.
   *
   * @return whether they were refreshed
   */
  public boolean refreshIfOlderThan(Duration age) {
    Instant before = required().refreshedAt();
    freshUnless(tokens -> tokens.refreshedAt().plus(age).isAfter(workspace.now()), age.isZero());
    return !required().refreshedAt().equals(before);
  }

  /** Refreshes it when it is time for that. */
  public void keepAlive() {
    freshUnless(tokens -> !RefreshPolicy.isDue(tokens, workspace.now()), false);
  }

  /** Signs in again ahead of the session's end, unless another process was faster. */
  public void signInAgain() {
    lock.hold(
        () -> {
          if (again.readiness().isDue()) {
            shelf.put(signedIn(false));
          }
          return null;
        });
  }

  /** Keeps a refresh token that was not tried yet. */
  public void keepUntried(PastedToken token) {
    lock.hold(
        () -> {
          shelf.putUntried(token);
          return null;
        });
  }

  /**
   * Asks the realm whether a refresh token works, and keeps what it gives for it.
   *
   * @throws SignInNeeded when the realm refuses it; then nothing is kept
   * @throws TemporaryTrouble when the realm does not answer; then it is kept to be tried later
   * @throws SetupProblem when there is no key to seal it with; then the token is not spent
   */
  public void begin(PastedToken token) {
    lock.hold(
        () -> {
          shelf.check(token.secret());
          try {
            shelf.put(asked(token.secret()));
          } catch (TemporaryTrouble e) {
            shelf.putUntried(token);
            throw e;
          }
          return null;
        });
  }

  /**
   * Keeps what a sign-in gives.
   *
   * @param probe sealed first, so that a lost key is found before anything is asked for
   */
  void begin(Secret probe, Supplier<TokenSet> signIn) {
    lock.hold(
        () -> {
          shelf.check(probe);
          shelf.put(signIn.get());
          return null;
        });
  }

  private Secret freshUnless(Predicate<StoredTokens> good, boolean isPressing) {
    StoredTokens now = required();
    return isUsable(now, good)
        ? shelf.accessToken(now)
        : lock.hold(() -> freshUnderLock(good, isPressing));
  }

  private static boolean isUsable(StoredTokens tokens, Predicate<StoredTokens> good) {
    return tokens.ended() == null && tokens.accessToken() != null && good.test(tokens);
  }

  /** Reads again, since another process may have refreshed while this one waited. */
  private Secret freshUnderLock(Predicate<StoredTokens> good, boolean isPressing) {
    StoredTokens tokens = required();
    if (isUsable(tokens, good)) {
      return shelf.accessToken(tokens);
    }
    TokenSet fresh =
        tokens.ended() == null
            ? refreshed(shelf.refreshToken(tokens), isPressing)
            : signedIn(isPressing);
    shelf.put(fresh);
    return fresh.accessToken();
  }

  private TokenSet refreshed(Secret refreshToken, boolean isPressing) {
    try {
      return asked(refreshToken);
    } catch (SignInNeeded e) {
      shelf.ended(e);
      if (again.readiness().isPossible()) {
        return signedIn(isPressing);
      }
      throw e;
    }
  }

  private TokenSet signedIn(boolean isPressing) {
    try {
      return again.signIn(isPressing);
    } catch (SignInNeeded e) {
      shelf.endedForGood(e);
      throw e;
    }
  }

  private TokenSet asked(Secret refreshToken) {
    RefreshAnswer answer = realm.get().refresh(refreshToken);
    if (answer instanceof RefreshAnswer.Fresh fresh) {
      return fresh.tokens();
    }
    if (answer instanceof RefreshAnswer.SessionEnded ended) {
      throw new SignInNeeded("the session has ended (%s): %s".formatted(ended.reason(), REMEDY));
    }
    if (answer instanceof RefreshAnswer.ClientRejected rejected) {
      throw new SetupProblem(
          "the realm does not know this client (%s): check client_id and auth_url"
              .formatted(rejected.reason()));
    }
    throw new TemporaryTrouble(
        "the session could not be refreshed (%s): it will be tried again"
            .formatted(((RefreshAnswer.RefreshFailed) answer).reason()));
  }

  private StoredTokens required() {
    StoredTokens tokens =
        shelf.find().orElseThrow(() -> new SignInNeeded("nobody is signed in: " + REMEDY));
    if (tokens.ended() != null && !again.readiness().isPossible()) {
      throw new SignInNeeded(tokens.ended());
    }
    return tokens;
  }

  private boolean isAlive(StoredTokens tokens, Instant until) {
    return tokens.accessExpiry() != null && tokens.accessExpiry().isAfter(until);
  }
}
