package dev.court.held;

import dev.court.atrium.reservations.CancelAnswer;
import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.SignInNeeded;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.workspace.SignInRemedy;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The account at the building, asked with a token that is replaced once where it is refused. */
final class AtriumAccount {
  private static final Duration TO_ASK = Duration.ofSeconds(90);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;

  AtriumAccount(Workspace workspace, Session session, Supplier<Reservations> reservations) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
  }

  /**
   * What Atrium holds.
   *
   * @throws SignInNeeded when nobody is signed in, or a new token is refused too
   */
  Listing list() {
    Listing listing =
        ask(token -> reservations.get().list(token), Listing.TokenRefused.class::isInstance);
    if (listing instanceof Listing.TokenRefused refused) {
      throw notAccepted(refused.reason());
    }
    return listing;
  }

  /**
   * Asks to cancel a reservation, once.
   *
   * @throws SignInNeeded when nobody is signed in, or a new token is refused too
   */
  CancelAnswer cancel(String id) {
    CancelAnswer answer =
        ask(
            token -> reservations.get().cancel(id, token),
            CancelAnswer.CancelUnauthorised.class::isInstance);
    if (answer instanceof CancelAnswer.CancelUnauthorised refused) {
      throw notAccepted(refused.reason());
    }
    return answer;
  }

  private <T> T ask(Function<Secret, T> question, Predicate<T> isTokenRefused) {
    return session.ask(workspace.now().plus(TO_ASK), question, isTokenRefused);
  }

  private SignInNeeded notAccepted(String reason) {
    return SignInRemedy.needed(
        "a new token is not accepted either (%s)".formatted(reason), workspace.account());
  }
}
