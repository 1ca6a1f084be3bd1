package dev.court.session;

import dev.court.atrium.realm.Realm;
import dev.court.atrium.realm.RefreshAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.workspace.SignInRemedy;
import java.util.function.Supplier;

/** Exchanges a refresh token for new tokens at the realm, and turns a refusal into an exception. */
final class TokenRefresher {
  private final Supplier<Realm> realm;
  private final String account;

  /**
   * A refresher that has asked nobody yet.
   *
   * @param account whose tokens they are, for the remedy
   */
  TokenRefresher(Supplier<Realm> realm, String account) {
    this.realm = realm;
    this.account = account;
  }

  /**
   * Sends a refresh token. With rotation the token is spent afterwards, so that the caller must
   * store the new tokens before it uses them.
   *
   * @throws SignInNeeded when the session has ended
   * @throws SetupProblem when the realm refuses this client
   * @throws TemporaryTrouble when the realm does not answer now
   */
  TokenSet refresh(Secret refreshToken) {
    RefreshAnswer answer = realm.get().refresh(refreshToken);
    if (answer instanceof RefreshAnswer.Fresh fresh) {
      return fresh.tokens();
    }
    if (answer instanceof RefreshAnswer.SessionEnded ended) {
      throw SignInRemedy.needed("the session has ended (%s)".formatted(ended.reason()), account);
    }
    if (answer instanceof RefreshAnswer.ClientRejected rejected) {
      throw new SetupProblem(
          "the realm does not know this client (%s): check client_id and auth_url"
              .formatted(rejected.reason()));
    }
    RefreshAnswer.RefreshFailed failed = (RefreshAnswer.RefreshFailed) answer;
    throw new TemporaryTrouble(
        "the session could not be refreshed (%s): it will be tried again"
            .formatted(failed.reason()),
        failed.isLasting());
  }
}
