package dev.court.operation;

import dev.court.atrium.Realm;
import dev.court.atrium.RefreshAnswer;
import dev.court.atrium.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.store.ProcessLock;
import dev.court.store.SessionSpan;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The signed-in session of an account. With rotation a refresh token works once, and using it twice
 * ends the session: so one refresher at a time across processes, and what it got is stored before
 * it is used.
 */
public final class Session {
  private static final String REMEDY = "sign in with court login";
  private static final int MOST_TRIES = 3;

  private final Workspace workspace;
  private final Keyring keyring;
  private final Supplier<Realm> realm;
  private final ProcessLock lock;
  private final SignInAgain again;

  /** The realm is asked for only when a refresh is due. */
  Session(
      Workspace workspace,
      Keyring keyring,
      Supplier<Realm> realm,
      ProcessLock lock,
      SignInAgain again) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.realm = realm;
    this.lock = lock;
    this.again = again;
  }

  /** What is known of it without opening a token. */
  public SessionView view() {
    return stored()
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
   * Whether a key opens what is sealed.
   *
   * @return false when nothing is
   * @throws SetupProblem when the key is missing, or another
   */
  public boolean opensWithKey() {
    stored().ifPresent(tokens -> open(tokens.refreshToken(), "refresh_token"));
    return stored().isPresent();
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
        tokens ->
            tokens.accessToken() != null
                && !open(tokens.accessToken(), "access_token").equals(refused),
        true);
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
  void keepAlive() {
    freshUnless(tokens -> !RunDue.isOld(tokens, workspace.now()), false);
  }

  /** Signs in again ahead of the session's end, unless another process was faster. */
  void signInAgain() {
    lock.hold(
        () -> {
          if (again.readiness().isDue()) {
            keep(signedIn(false));
          }
          return null;
        });
  }

  /** The token before is spent, so that losing these would end the session. */
  private void keep(TokenSet tokens) {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        workspace.database().transactDurably(store -> put(store, tokens));
        return;
      } catch (TemporaryTrouble e) {
        // another program holds the database: that was ten seconds, and there is no other way
      }
    }
    workspace.database().transactDurably(store -> put(store, tokens));
  }

  /** Keeps a refresh token that was not tried yet. */
  public void keepUntried(TokenText token) {
    lock.hold(
        () -> {
          putUntried(token);
          return null;
        });
  }

  private void putUntried(TokenText token) {
    workspace
        .database()
        .transactDurably(
            store -> {
              Sealed sealed = seal(store, token.secret(), "refresh_token");
              store
                  .tokens()
                  .put(
                      workspace.accountId(store),
                      new StoredTokens(
                          null, sealed, null, expiry(token), null, Instant.EPOCH, null));
              return sealed;
            });
  }

  /**
   * Asks the realm whether a refresh token works, and keeps what it gives for it.
   *
   * @throws SignInNeeded when the realm refuses it; then nothing is kept
   * @throws TemporaryTrouble when the realm does not answer; then it is kept to be tried later
   * @throws SetupProblem when there is no key to seal it with; then the token is not spent
   */
  public void begin(TokenText token) {
    lock.hold(
        () -> {
          workspace.database().transact(store -> seal(store, token.secret(), "refresh_token"));
          try {
            keep(asked(token.secret()));
          } catch (TemporaryTrouble e) {
            putUntried(token);
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
          workspace.database().transact(store -> seal(store, probe, "refresh_token"));
          keep(signIn.get());
          return null;
        });
  }

  private static Instant expiry(TokenText token) {
    return Realm.expiryOf(token.secret()).orElse(null);
  }

  private Secret freshUnless(Predicate<StoredTokens> good, boolean isPressing) {
    StoredTokens now = required();
    return isUsable(now, good)
        ? open(now.accessToken(), "access_token")
        : lock.hold(() -> freshUnderLock(good, isPressing));
  }

  private static boolean isUsable(StoredTokens tokens, Predicate<StoredTokens> good) {
    return tokens.ended() == null && tokens.accessToken() != null && good.test(tokens);
  }

  /** Reads again, since another process may have refreshed while this one waited. */
  private Secret freshUnderLock(Predicate<StoredTokens> good, boolean isPressing) {
    StoredTokens tokens = required();
    if (isUsable(tokens, good)) {
      return open(tokens.accessToken(), "access_token");
    }
    TokenSet fresh =
        tokens.ended() == null
            ? refreshed(open(tokens.refreshToken(), "refresh_token"), isPressing)
            : signedIn(isPressing);
    keep(fresh);
    return fresh.accessToken();
  }

  private TokenSet refreshed(Secret refreshToken, boolean isPressing) {
    try {
      return asked(refreshToken);
    } catch (SignInNeeded e) {
      keepEnd(e);
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
      workspace.database().transactDurably(store -> endedFor(store, e));
      throw e;
    }
  }

  /** One that still lives goes on to its end, though nothing follows it. */
  private Void endedFor(Store store, SignInNeeded why) {
    if (stored(store).filter(tokens -> tokens.ended() != null).isPresent()) {
      store.tokens().ended(workspace.accountId(store), why.getMessage());
    }
    return null;
  }

  private void keepEnd(SignInNeeded why) {
    workspace
        .database()
        .transactDurably(
            store -> {
              store.tokens().ended(workspace.accountId(store), why.getMessage());
              return null;
            });
  }

  private TokenSet asked(Secret refreshToken) {
    RefreshAnswer answer = realm.get().refresh(refreshToken);
    if (answer instanceof RefreshAnswer.Fresh fresh) {
      return fresh.tokens();
    }
    if (answer instanceof RefreshAnswer.Ended ended) {
      throw new SignInNeeded("the session has ended (%s): %s".formatted(ended.reason(), REMEDY));
    }
    if (answer instanceof RefreshAnswer.Rejected rejected) {
      throw new SetupProblem(
          "the realm does not know this client (%s): check client_id and auth_url"
              .formatted(rejected.reason()));
    }
    throw new TemporaryTrouble(
        "the session could not be refreshed (%s): it will be tried again"
            .formatted(((RefreshAnswer.Trouble) answer).reason()));
  }

  private Optional<StoredTokens> stored() {
    return workspace.database().transact(this::stored);
  }

  private StoredTokens required() {
    StoredTokens tokens =
        stored().orElseThrow(() -> new SignInNeeded("nobody is signed in: " + REMEDY));
    if (tokens.ended() != null && !again.readiness().isPossible()) {
      throw new SignInNeeded(tokens.ended());
    }
    return tokens;
  }

  private Optional<StoredTokens> stored(Store store) {
    return store.accounts().find(workspace.account()).flatMap(store.tokens()::find);
  }

  private Void put(Store store, TokenSet tokens) {
    Sealed refresh = seal(store, tokens.refreshToken(), "refresh_token");
    long account = workspace.accountId(store);
    SessionSpan known = store.tokens().span(account);
    SessionSpan span = SessionEnd.span(known, stored(store), tokens, workspace.now());
    store
        .tokens()
        .put(
            account,
            new StoredTokens(
                seal(store, tokens.accessToken(), "access_token"),
                refresh,
                tokens.accessExpiry(),
                tokens.refreshExpiry(),
                tokens.sessionState(),
                workspace.now(),
                null));
    store.tokens().spans(account, span);
    span.length().ifPresent(length -> store.accounts().sessionsLast(account, length));
    if (!Objects.equals(span.begun(), known.begun())) {
      store.accounts().notForewarned(account);
    }
    return null;
  }

  private boolean isAlive(StoredTokens tokens, Instant until) {
    return tokens.accessExpiry() != null && tokens.accessExpiry().isAfter(until);
  }

  private Sealed seal(Store store, Secret secret, String column) {
    return keyring.seal(secret, label(column), isNothingSealed(store));
  }

  private static boolean isNothingSealed(Store store) {
    return store.tokens().isEmpty() && store.credentials().isEmpty();
  }

  private Secret open(Sealed sealed, String column) {
    return keyring.open(sealed, label(column));
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
