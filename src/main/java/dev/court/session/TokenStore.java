package dev.court.session;

import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.TokenSet;
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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where the tokens of an account are kept, sealed. What changes is on disk before it returns. */
public final class TokenStore {
  private static final String ACCESS = "access_token";
  private static final String REFRESH = "refresh_token";
  private static final int MOST_TRIES = 3;

  private final Workspace workspace;
  private final Keyring keyring;

  public TokenStore(Workspace workspace, Keyring keyring) {
    this.workspace = workspace;
    this.keyring = keyring;
  }

  Optional<StoredTokens> find() {
    return workspace.database().transact(this::find);
  }

  /**
   * Opens the access token.
   *
   * @throws SetupProblem when the key is missing, or another
   */
  Secret accessToken(StoredTokens tokens) {
    return open(tokens, StoredTokens::accessToken, ACCESS);
  }

  /**
   * Opens the refresh token.
   *
   * @throws SetupProblem when the key is missing, or another
   */
  Secret refreshToken(StoredTokens tokens) {
    return open(tokens, StoredTokens::refreshToken, REFRESH);
  }

  /**
   * Seals something and lets go of it, to see whether tokens could be kept.
   *
   * @throws SetupProblem when there is no key to seal with
   */
  void check(Secret probe) {
    workspace.database().transact(store -> seal(store, probe, REFRESH));
  }

  /** The token before is spent, so that losing these would end the session. */
  void put(TokenSet tokens) {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        workspace.durably(store -> put(store, tokens));
        return;
      } catch (TemporaryTrouble e) {
        // another program holds the database: that was ten seconds, and there is no other way
      }
    }
    workspace.durably(store -> put(store, tokens));
  }

  /** Keeps a refresh token that no realm has seen yet. */
  void putUntried(PastedToken token) {
    Instant expiry = Realm.expiryOf(token.secret()).orElse(null);
    workspace.durably(
        store -> {
          Sealed sealed = seal(store, token.secret(), REFRESH);
          store
              .tokens()
              .put(
                  workspace.accountId(store),
                  new StoredTokens(null, sealed, null, expiry, null, Instant.EPOCH, null));
        });
  }

  /** Keeps why the session cannot be used any more. */
  void ended(SignInNeeded why) {
    workspace.durably(
        store -> store.tokens().recordEnd(workspace.accountId(store), why.getMessage()));
  }

  /** The same, but one that still lives goes on to its end, though nothing follows it. */
  void endedForGood(SignInNeeded why) {
    workspace.durably(
        store -> {
          if (find(store).filter(tokens -> tokens.ended() != null).isPresent()) {
            store.tokens().recordEnd(workspace.accountId(store), why.getMessage());
          }
        });
  }

  private Optional<StoredTokens> find(Store store) {
    return store.accounts().find(workspace.account()).flatMap(store.tokens()::find);
  }

  private void put(Store store, TokenSet tokens) {
    long account = workspace.accountId(store);
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
    return keyring.seal(secret, label(column), isNothingSealed(store));
  }

  private static boolean isNothingSealed(Store store) {
    return store.tokens().isEmpty() && store.credentials().isEmpty();
  }

  /**
   * A rotation may have sealed it anew since it was read, with a key that does not open the old.
   */
  private Secret open(StoredTokens read, Function<StoredTokens, Sealed> which, String column) {
    try {
      return keyring.open(which.apply(read), label(column));
    } catch (SetupProblem e) {
      Sealed now =
          find().map(which).filter(it -> !it.equals(which.apply(read))).orElseThrow(() -> e);
      return keyring.open(now, label(column));
    }
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
