package dev.court.session;

import dev.court.atrium.realm.SignIn;
import dev.court.secret.SealLabel;
import dev.court.secret.Sealed;
import dev.court.secret.Secret;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.workspace.Workspace;
import java.util.function.Supplier;

/** Signs a person in with user name and password. */
public final class Login {
  private final Workspace workspace;
  private final Keyring keyring;
  private final Session session;
  private final Supplier<SignIn> realm;

  public Login(Workspace workspace, Keyring keyring, Session session, Supplier<SignIn> realm) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.session = session;
    this.realm = realm;
  }

  /** What was done with the user name and the password after the sign-in. */
  public enum CredentialRetention {
    /** None are remembered, and none were before. */
    NONE,
    /** They are remembered, as the person asked. */
    REMEMBERED,
    /** The password replaces the one that was remembered for the same user name. */
    RENEWED,
    /** The credentials of another user name were remembered, and are deleted now. */
    FORGOTTEN
  }

  /**
   * Signs in; a refusal is not tried again.
   *
   * @param remember whether to store user name and password, sealed
   * @throws dev.court.booking.Problem when the sign-in fails; then nothing is changed
   */
  public CredentialRetention signIn(LoginCredentials credentials, boolean remember) {
    session
        .start()
        .withSignIn(
            credentials.password(),
            () ->
                SignInMessages.tokens(
                    realm.get().signIn(credentials.username(), credentials.password()),
                    workspace.account()));
    return workspace.database().transactDurably(store -> retained(store, credentials, remember));
  }

  private CredentialRetention retained(
      Store store, LoginCredentials credentials, boolean remember) {
    long account = workspace.ensureAccount(store);
    var before = store.credentials().find(account);
    boolean isSame = before.filter(stored -> isOf(stored, credentials.username())).isPresent();
    if (remember || isSame) {
      store
          .credentials()
          .put(
              account,
              sealed(store, Secret.of(credentials.username()), "username"),
              sealed(store, credentials.password(), "password"));
      return remember ? CredentialRetention.REMEMBERED : CredentialRetention.RENEWED;
    }
    return store.credentials().remove(account) > 0
        ? CredentialRetention.FORGOTTEN
        : CredentialRetention.NONE;
  }

  private Sealed sealed(Store store, Secret secret, String column) {
    return keyring.seal(secret, label(column), false, Keyring.sealedElsewhere(workspace, store));
  }

  private boolean isOf(StoredCredentials stored, String username) {
    return keyring.open(stored.username(), label("username")).reveal().equals(username);
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
