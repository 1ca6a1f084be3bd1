package dev.court.session;

import dev.court.atrium.realm.SignIn;
import dev.court.secret.SealLabel;
import dev.court.secret.Secret;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.workspace.Workspace;
import java.util.function.Supplier;

/** Signs a person in by user name and password. */
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

  /** What became of user name and password after they were used. */
  public enum CredentialRetention {
    /** None are kept, as before. */
    NONE,
    /** Kept, since that was asked for. */
    REMEMBERED,
    /** Kept in place of the password that was remembered for the same user name. */
    RENEWED,
    /** Those of another user name were remembered, and are no longer. */
    FORGOTTEN
  }

  /**
   * Signs in, once.
   *
   * @param remember whether to keep user name and password, sealed
   * @throws dev.court.booking.Problem when that does not work; then nothing is changed
   */
  public CredentialRetention signIn(LoginCredentials text, boolean remember) {
    session.begin(
        text.password(),
        () -> SignInMessages.tokens(realm.get().signIn(text.username(), text.password())));
    return workspace.database().transactDurably(store -> kept(store, text, remember));
  }

  private CredentialRetention kept(Store store, LoginCredentials text, boolean remember) {
    long account = workspace.accountId(store);
    var before = store.credentials().find(account);
    boolean isSame = before.filter(stored -> isOf(stored, text.username())).isPresent();
    if (remember || isSame) {
      store
          .credentials()
          .put(
              account,
              keyring.seal(Secret.of(text.username()), label("username"), false),
              keyring.seal(text.password(), label("password"), false));
      return remember ? CredentialRetention.REMEMBERED : CredentialRetention.RENEWED;
    }
    return store.credentials().remove(account) > 0
        ? CredentialRetention.FORGOTTEN
        : CredentialRetention.NONE;
  }

  private boolean isOf(StoredCredentials stored, String username) {
    return keyring.open(stored.username(), label("username")).reveal().equals(username);
  }

  private SealLabel label(String column) {
    return new SealLabel(workspace.account(), column);
  }
}
