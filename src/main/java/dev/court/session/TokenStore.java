package dev.court.session;

import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.store.SessionSpan;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Stores the tokens of an account, sealed. Each change is on disk when its method returns. */
public final class TokenStore {
  private static final String ACCESS = "access_token";
  private static final String REFRESH = "refresh_token";

  /** What a server takes that begins anew, and less than what others wait for the lock. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** For a thread that is told to end and does not pause any more. */
  private static final int MOST_TRIES = 60;

  private static final long SHORTEST_PAUSE_NANOS = 50_000_000;

  /** Short: the next one to refresh would spend the earlier token once more. */
  private static final long LONGEST_PAUSE_NANOS = 500_000_000;

  private final Workspace workspace;
  private final Keyring keyring;

  public TokenStore(Workspace workspace, Keyring keyring) {
    this.workspace = workspace;
    this.keyring = keyring;
  }

  Optional<StoredTokens> find() {
    return workspace.database().read(this::find);
  }

  /**
   * Opens the access token.
   *
   * @throws SetupProblem when the key is missing, or is not the one that sealed it
   */
  Secret accessToken(StoredTokens tokens) {
    return open(tokens, StoredTokens::accessToken, ACCESS);
  }

  /**
   * Opens the refresh token.
   *
   * @throws SetupProblem when the key is missing, or is not the one that sealed it
   */
  Secret refreshToken(StoredTokens tokens) {
    return open(tokens, StoredTokens::refreshToken, REFRESH);
  }

  /** What keeps sealed tokens from being opened, as far as that shows without opening them. */
  Optional<Problem> keyProblem() {
    return keyring.problem();
  }

  /**
   * Seals a secret without storing it, to find out whether tokens could be stored.
   *
   * @throws SetupProblem when there is no key to seal with
   */
  void checkSealing(Secret probe) {
    workspace.database().transact(store -> seal(store, probe, REFRESH));
  }

  /**
   * Stores new tokens. Tries again while the database is away or held by another process, since the
   * earlier token is spent: without these, the session is lost.
   */
  void put(TokenSet tokens) {
    long start = System.nanoTime();
    for (int tries = 1; !isStored(tokens, tries, start); tries++) {
      LockSupport.parkNanos(Math.min(LONGEST_PAUSE_NANOS, tries * SHORTEST_PAUSE_NANOS));
    }
    workspace.log().of("session").info("the session has new tokens");
  }

  private boolean isStored(TokenSet tokens, int tries, long startNanos) {
    try {
      workspace.durably(store -> put(store, tokens));
      return true;
    } catch (TemporaryTrouble e) {
      if (tries == MOST_TRIES || System.nanoTime() - startNanos > PATIENCE.toNanos()) {
        throw e;
      }
      workspace.log().of("session").warn("the new tokens could not be stored yet", e);
      return false;
    }
  }

  /** Stores a refresh token that no realm has seen yet. */
  void putUntried(PastedToken token) {
    Instant expiry = Realm.expiryOf(token.secret()).orElse(null);
    workspace.durably(
        store -> {
          Sealed sealed = seal(store, token.secret(), REFRESH);
          store
              .tokens()
              .put(
                  workspace.ensureAccount(store),
                  new StoredTokens(null, sealed, null, expiry, null, Instant.EPOCH, null));
        });
  }

  /** A new session may be accepted where the one before was not. */
  void tryBookingsAtOnce() {
    workspace.durably(
        store -> store.dueBookings().tryAtOnce(workspace.accountId(store), workspace.now()));
  }

  /** Stores why the session cannot be used any more. */
  void recordEnd(SignInNeeded why) {
    workspace.durably(
        store -> store.tokens().recordEnd(workspace.accountId(store), why.getMessage()));
  }

  /** Like {@link #recordEnd}, but leaves a session alone that has not ended yet. */
  void recordReasonIfEnded(SignInNeeded why) {
    workspace.durably(
        store -> {
          if (find(store).filter(tokens -> tokens.ended() != null).isPresent()) {
            store.tokens().recordEnd(workspace.accountId(store), why.getMessage());
          }
        });
  }

  private Optional<StoredTokens> find(Store store) {
    return store.tokens().find(workspace.accountId(store));
  }

  private void put(Store store, TokenSet tokens) {
    long account = workspace.ensureAccount(store);
    SessionSpan known = store.tokens().span(account);
    SessionSpan span = SessionEnd.span(known, find(store), tokens, workspace.now());
    store
        .tokens()
        .put(
            account,
            new StoredTokens(
                seal(store, tokens.accessToken(), ACCESS),
                seal(store, tokens.refreshToken(), REFRESH),
                tokens.accessExpiry(),
                tokens.refreshExpiry(),
                tokens.sessionState(),
                workspace.now(),
                null));
    store.tokens().recordSpan(account, span);
    span.length().ifPresent(length -> store.accounts().recordSessionLength(account, length));
    if (!Objects.equals(span.begun(), known.begun())) {
      store.accounts().clearExpiryWarning(account);
    }
  }

  private Sealed seal(Store store, Secret secret, String column) {
    return keyring.seal(
        secret, label(column), isNothingSealed(store), Keyring.sealedElsewhere(workspace, store));
  }

  private static boolean isNothingSealed(Store store) {
    return store.tokens().isEmpty() && store.credentials().isEmpty();
  }

  /** Reads the token again if it does not open: a rotation may have sealed it with a new key. */
  private Secret open(StoredTokens read, Function<StoredTokens, Sealed> token, String column) {
    try {
      return keyring.open(token.apply(read), label(column));
    } catch (SetupProblem e) {
      Sealed now =
          find().map(token).filter(it -> !it.equals(token.apply(read))).orElseThrow(() -> e);
      return keyring.open(now, label(column));
    }
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
