package dev.court.session;

import dev.court.atrium.realm.SignIn;
import dev.court.atrium.realm.SignInAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.text.Excerpt;
import dev.court.workspace.AccountCommand;
import dev.court.workspace.SignInRemedy;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Signs in with remembered credentials when no person is present. Credentials that the realm
 * refused are not tried again until a person signs in, since repeated refusals lock an account. A
 * sign-in that failed for another reason is tried again after longer and longer waits. The caller
 * holds the lock of the session.
 */
public final class AutomaticSignIn {
  private static final int LONGEST_REASON = 1_000;

  private final Workspace workspace;
  private final Keyring keyring;
  private final Supplier<SignIn> realm;

  public AutomaticSignIn(Workspace workspace, Keyring keyring, Supplier<SignIn> realm) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.realm = realm;
  }

  SignInReadiness readiness() {
    return workspace
        .database()
        .read(store -> SignInReadiness.of(store, workspace.accountId(store), workspace.now()));
  }

  /**
   * Signs in. The caller must store the tokens before it uses them.
   *
   * @param isUrgent whether an opening is near, or a person is waiting
   * @throws SignInNeeded when the realm refuses the credentials, now or before
   * @throws SetupProblem when the realm refuses this client
   * @throws TemporaryTrouble when the sign-in fails now, or failed not long ago
   */
  TokenSet signIn(boolean isUrgent) {
    StoredCredentials credentials = usableCredentials();
    Duration longest = isUrgent ? SignInBackoff.LONGEST_WHEN_URGENT : SignInBackoff.LONGEST;
    if (workspace.now().isBefore(SignInBackoff.nextTry(credentials, longest))) {
      throw new TemporaryTrouble(
          "the automatic sign-in came to nothing and will be tried again: "
              + credentials.trouble());
    }
    String username = open(credentials.username(), "username").reveal();
    Secret password = open(credentials.password(), "password");
    return recorded(realm.get().signIn(username, password));
  }

  private StoredCredentials usableCredentials() {
    return workspace
        .database()
        .read(store -> store.credentials().find(workspace.accountId(store)))
        .filter(present -> present.refused() == null)
        .orElseThrow(() -> SignInRemedy.needed("nobody is signed in", workspace.account()));
  }

  /** Stores the outcome of the sign-in with the credentials, and returns the tokens. */
  private TokenSet recorded(SignInAnswer answer) {
    try {
      TokenSet tokens = SignInMessages.tokens(answer, workspace.account());
      durably((store, account) -> store.credentials().recordSuccess(account));
      return tokens;
    } catch (SignInNeeded e) {
      workspace.log().of("session").warn("the automatic sign-in was refused", e);
      String reason =
          Excerpt.start(
              "the automatic sign-in failed, and is not tried again: %s; then %s"
                  .formatted(e.getMessage(), AccountCommand.of("court login", workspace.account())),
              LONGEST_REASON);
      durably((store, account) -> store.credentials().recordRefusal(account, reason));
      throw new SignInNeeded(reason, e);
    } catch (SetupProblem | TemporaryTrouble e) {
      workspace.log().of("session").warn("the automatic sign-in failed for now", e);
      String trouble = Excerpt.start(e.getMessage(), LONGEST_REASON);
      durably(
          (store, account) -> store.credentials().recordFailure(account, workspace.now(), trouble));
      throw e;
    }
  }

  private void durably(BiConsumer<Store, Long> change) {
    workspace.durably(store -> change.accept(store, workspace.accountId(store)));
  }

  private Secret open(Sealed sealed, String column) {
    return keyring.open(sealed, new SealLabel(workspace.account(), column));
  }
}
