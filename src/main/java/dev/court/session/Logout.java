package dev.court.session;

import dev.court.atrium.realm.LogoutAnswer;
import dev.court.atrium.realm.Realm;
import dev.court.booking.Problem;
import dev.court.secret.SealLabel;
import dev.court.secret.Secret;
import dev.court.store.StoredTokens;
import dev.court.store.lock.RefreshLock;
import dev.court.workspace.Workspace;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends the session at the realm, and deletes the stored tokens and credentials. */
public final class Logout {
  private final Workspace workspace;
  private final Keyring keyring;
  private final Supplier<Realm> realm;
  private final RefreshLock lock;

  public Logout(Workspace workspace, Keyring keyring, Supplier<Realm> realm, RefreshLock lock) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.realm = realm;
    this.lock = lock;
  }

  /**
   * What the logout found.
   *
   * @param session whether there was a session
   * @param credentials whether credentials were remembered
   * @param trouble why the session may still be alive at the realm; empty when it is not
   */
  public record LogoutResult(boolean session, boolean credentials, Optional<String> trouble) {}

  /**
   * Logs out, where there is anything to delete: else not even the lock is made. Tokens and
   * credentials are deleted also when the realm does not answer.
   */
  public LogoutResult run() {
    return isLoggedOut()
        ? new LogoutResult(false, false, Optional.empty())
        : lock.hold(workspace.account(), this::end);
  }

  private boolean isLoggedOut() {
    return workspace
        .database()
        .transact(
            store -> {
              long account = workspace.accountId(store);
              return store.tokens().find(account).isEmpty()
                  && store.credentials().find(account).isEmpty();
            });
  }

  private LogoutResult end() {
    Optional<StoredTokens> tokens =
        workspace.database().transact(store -> store.tokens().find(workspace.accountId(store)));
    Optional<String> trouble =
        tokens.filter(present -> present.ended() == null).flatMap(this::endAtRealm);
    return deleted(trouble);
  }

  private LogoutResult deleted(Optional<String> trouble) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              long account = workspace.accountId(store);
              return new LogoutResult(
                  store.tokens().remove(account) > 0,
                  store.credentials().remove(account) > 0,
                  trouble);
            });
  }

  /** Empty when it succeeded. A lost key must not keep a person from logging out. */
  private Optional<String> endAtRealm(StoredTokens tokens) {
    try {
      Secret token =
          keyring.open(tokens.refreshToken(), new SealLabel(workspace.account(), "refresh_token"));
      LogoutAnswer answer = realm.get().logout(token);
      return answer instanceof LogoutAnswer.LogoutFailed failed
          ? Optional.of(failed.reason())
          : Optional.empty();
    } catch (Problem e) {
      workspace.log().of("session").warn("the realm was not told of the logout", e);
      return Optional.of(e.getMessage());
    }
  }
}
