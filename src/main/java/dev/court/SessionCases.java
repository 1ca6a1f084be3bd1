package dev.court;

import dev.court.session.AutomaticSignIn;
import dev.court.session.Keyring;
import dev.court.session.Login;
import dev.court.session.Logout;
import dev.court.session.MachineKeys;
import dev.court.session.ReplaceLostKey;
import dev.court.session.RotateKey;
import dev.court.session.Session;
import dev.court.session.TokenStore;
import dev.court.workspace.Workspace;

/** The use cases on the sign-in of an account, and on the key that seals it. */
final class SessionCases {
  private final OpenHome home;
  private final AtriumClients atrium;
  private final ThisMachine machine;

  /** Nothing is opened yet. */
  SessionCases(OpenHome home, AtriumClients atrium, ThisMachine machine) {
    this.home = home;
    this.atrium = atrium;
    this.machine = machine;
  }

  Session session() {
    return session(home.workspace());
  }

  /** The session of an account. */
  Session session(Workspace own) {
    Keyring keyring = home.keyring();
    return new Session(
        own,
        new TokenStore(own, keyring),
        atrium::realm,
        home.refreshLock(),
        new AutomaticSignIn(own, keyring, atrium::signIn));
  }

  Login login() {
    return new Login(home.workspace(), home.keyring(), session(), atrium::signIn);
  }

  Logout logout() {
    return new Logout(home.workspace(), home.keyring(), atrium::realm, home.refreshLock());
  }

  RotateKey rotateKey() {
    return new RotateKey(
        home.workspace(),
        home.keyring(),
        home.refreshLock(),
        new MachineKeys(home.workspace(), machine::now));
  }

  ReplaceLostKey replaceLostKey() {
    return new ReplaceLostKey(home.workspace(), home.keyring(), home.refreshLock());
  }
}
