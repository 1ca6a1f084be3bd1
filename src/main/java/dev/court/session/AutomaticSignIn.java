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
import dev.court.store.SessionSpan;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.store.StoredTokens;
import dev.court.text.Excerpt;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signs in with remembered credentials when nobody is at the keyboard. What the realm refuses once
 * is not tried again until a person signs in, since accounts are locked by those who insist; what
 * came to nothing is tried again at longer and longer intervals. To be called under the lock.
 */
public final class AutomaticSignIn {
  /** So long before its end a session is left for a new one: more than between two refreshes. */
  private static final Duration AHEAD = Duration.ofMinutes(30);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  /** When an opening is near, there is no time to wait longer. */
  private static final Duration PRESSING_WAIT = Duration.ofSeconds(20);

  private static final int MOST_DOUBLINGS = 5;
  private static final int LONGEST_REASON = 1_000;

  private final Workspace workspace;
  private final Keyring keyring;
  private final Supplier<SignIn> realm;

  public AutomaticSignIn(Workspace workspace, Keyring keyring, Supplier<SignIn> realm) {
    this.workspace = workspace;
    this.keyring = keyring;
    this.realm = realm;
  }

  /**
   * What remembered credentials are good for now.
   *
   * @param isPossible whether there are any that the realm has not refused
   * @param isDue whether it is time to sign in with them
   * @param inTrouble whether the last time that was tried it came to nothing
   */
  public record Readiness(boolean isPossible, boolean isDue, boolean inTrouble) {
    private static final Readiness NONE = new Readiness(false, false, false);

    public static Readiness of(Store store, long account, Instant now) {
      return store
          .credentials()
          .find(account)
          .filter(credentials -> credentials.refused() == null)
          .map(credentials -> of(credentials, needsOne(store, account, now), now))
          .orElse(NONE);
    }

    private static Readiness of(StoredCredentials credentials, boolean needsOne, Instant now) {
      boolean waited = !now.isBefore(nextTry(credentials, LONGEST_WAIT));
      return new Readiness(true, needsOne && waited, credentials.tries() > 0);
    }

    private static boolean needsOne(Store store, long account, Instant now) {
      Optional<StoredTokens> tokens = store.tokens().find(account);
      return tokens.filter(present -> present.ended() == null).isEmpty()
          || endsBefore(now.plus(AHEAD), store.tokens().span(account));
    }

    private static boolean endsBefore(Instant instant, SessionSpan span) {
      return span.end() != null && span.end().isBefore(instant);
    }
  }

  Readiness readiness() {
    return workspace
        .database()
        .transact(store -> Readiness.of(store, workspace.accountId(store), workspace.now()));
  }

  /**
   * Signs in; the tokens are to be stored before they are used.
   *
   * @param isPressing whether an opening is near, or a person waits
   * @throws SignInNeeded when the realm refuses the credentials, now or before
   * @throws SetupProblem when the realm does not take this client
   * @throws TemporaryTrouble when it came to nothing now, or not long ago
   */
  TokenSet signIn(boolean isPressing) {
    StoredCredentials credentials =
        workspace
            .database()
            .transact(store -> store.credentials().find(workspace.accountId(store)))
            .filter(present -> present.refused() == null)
            .orElseThrow(() -> new SignInNeeded("nobody is signed in: sign in with court login"));
    Duration longest = isPressing ? PRESSING_WAIT : LONGEST_WAIT;
    if (workspace.now().isBefore(nextTry(credentials, longest))) {
      throw new TemporaryTrouble(
          "the automatic sign-in came to nothing and will be tried again: "
              + credentials.trouble());
    }
    return tokens(realm.get().signIn(name(credentials), open(credentials.password(), "password")));
  }

  /** Doubles from try to try. */
  private static Instant nextTry(StoredCredentials credentials, Duration longest) {
    if (credentials.triedAt() == null) {
      return Instant.EPOCH;
    }
    int doublings = Math.min(credentials.tries() - 1, MOST_DOUBLINGS);
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.max(0, doublings));
    return credentials.triedAt().plus(wait.compareTo(longest) < 0 ? wait : longest);
  }

  private TokenSet tokens(SignInAnswer answer) {
    try {
      TokenSet tokens = SignInMessages.tokens(answer);
      workspace.durably(store -> store.credentials().recordSuccess(workspace.accountId(store)));
      return tokens;
    } catch (SignInNeeded e) {
      String reason =
          Excerpt.start(
              "the automatic sign-in failed, and is not tried again: %s; then court login"
                  .formatted(e.getMessage()),
              LONGEST_REASON);
      workspace.durably(
          store -> store.credentials().recordRefusal(workspace.accountId(store), reason));
      throw new SignInNeeded(reason, e);
    } catch (SetupProblem | TemporaryTrouble e) {
      String trouble = Excerpt.start(e.getMessage(), LONGEST_REASON);
      workspace.durably(
          store ->
              store
                  .credentials()
                  .recordFailure(workspace.accountId(store), workspace.now(), trouble));
      throw e;
    }
  }

  private String name(StoredCredentials credentials) {
    return open(credentials.username(), "username").reveal();
  }

  private Secret open(Sealed sealed, String column) {
    return keyring.open(sealed, new SealLabel(workspace.account(), column));
  }
}
