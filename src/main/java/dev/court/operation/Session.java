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
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
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

  /** The realm is asked for only when a refresh is due. */
  public Session(Workspace workspace, Keyring keyring, Supplier<Realm> realm, ProcessLock lock) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.realm = realm;
    this.lock = lock;
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
   * An access token that is good until {@code until} as far as anyone can tell; refreshed for it if
   * need be.
   *
   * @throws SignInNeeded when there is no session, or it ended
   * @throws TemporaryTrouble when the realm does not answer now
   */
  public Secret accessToken(Instant until) {
    return freshUnless(tokens -> isAlive(tokens, until));
  }

  /** A new access token whatever the present one's age, unless another process was faster. */
  public Secret replace(Secret refused) {
    return freshUnless(
        tokens ->
            tokens.accessToken() != null
                && !open(tokens.accessToken(), "access_token").equals(refused));
  }

  /**
   * Refreshes unless the tokens are younger than {@code age}.
   *
   * @return whether they were refreshed
   */
  public boolean refreshIfOlderThan(Duration age) {
    Instant before = required().refreshedAt();
    freshUnless(tokens -> tokens.refreshedAt().plus(age).isAfter(workspace.now()));
    return !required().refreshedAt().equals(before);
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

  /** Forgets the session on this machine. */
  public boolean forget() {
    return lock.hold(
        () ->
            workspace
                    .database()
                    .transactDurably(store -> store.tokens().remove(workspace.accountId(store)))
                > 0);
  }

  private static Instant expiry(TokenText token) {
    return Realm.expiryOf(token.secret()).orElse(null);
  }

  private Secret freshUnless(Predicate<StoredTokens> good) {
    StoredTokens now = required();
    return good.test(now) && now.accessToken() != null
        ? open(now.accessToken(), "access_token")
        : lock.hold(() -> freshUnderLock(good));
  }

  /** Reads again, since another process may have refreshed while this one waited. */
  private Secret freshUnderLock(Predicate<StoredTokens> good) {
    StoredTokens tokens = required();
    if (tokens.accessToken() != null && good.test(tokens)) {
      return open(tokens.accessToken(), "access_token");
    }
    TokenSet fresh = refreshed(open(tokens.refreshToken(), "refresh_token"));
    keep(fresh);
    return fresh.accessToken();
  }

  private TokenSet refreshed(Secret refreshToken) {
    try {
      return asked(refreshToken);
    } catch (SignInNeeded e) {
      workspace
          .database()
          .transactDurably(
              store -> {
                store.tokens().ended(workspace.accountId(store), e.getMessage());
                return null;
              });
      throw e;
    }
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
    if (tokens.ended() != null) {
      throw new SignInNeeded(tokens.ended());
    }
    return tokens;
  }

  private Optional<StoredTokens> stored(Store store) {
    return store.accounts().find(workspace.account()).flatMap(store.tokens()::find);
  }

  private Void put(Store store, TokenSet tokens) {
    Sealed refresh = seal(store, tokens.refreshToken(), "refresh_token");
    store
        .tokens()
        .put(
            workspace.accountId(store),
            new StoredTokens(
                seal(store, tokens.accessToken(), "access_token"),
                refresh,
                tokens.accessExpiry(),
                tokens.refreshExpiry(),
                tokens.sessionState(),
                workspace.now(),
                null));
    return null;
  }

  private boolean isAlive(StoredTokens tokens, Instant until) {
    return tokens.accessExpiry() != null && tokens.accessExpiry().isAfter(until);
  }

  private Sealed seal(Store store, Secret secret, String column) {
    return keyring.seal(secret, label(column), store.tokens().isEmpty());
  }

  private Secret open(Sealed sealed, String column) {
    return keyring.open(sealed, label(column));
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
