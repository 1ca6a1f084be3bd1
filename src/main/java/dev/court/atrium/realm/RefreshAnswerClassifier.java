package dev.court.atrium.realm;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.Failure;
import dev.court.atrium.http.HttpAnswer;
import dev.court.secret.Secret;
import java.util.Optional;

/**
 * Decides what the realm's answer to a request for tokens means, by the {@link RealmError} and
 * nothing else. A person is only told to sign in again when the realm says so itself: what a proxy
 * says in between is trouble that passes.
 */
final class RefreshAnswerClassifier {
  private RefreshAnswerClassifier() {}

  /**
   * @param used the secret that was sent, which the server may repeat in its answer
   */
  static RefreshAnswer read(Exchange exchange, Secret used) {
    if (exchange instanceof Exchange.Answered answered) {
      return answered.answer().isSuccess()
          ? success(answered, used)
          : refusal(answered.without(used).answer());
    }
    Failure failure = ((Exchange.Unanswered) exchange).failure();
    return new RefreshAnswer.RefreshFailed(failure.reason(), failure.isLasting());
  }

  /** Quotes nothing of a success, which is full of tokens. */
  private static RefreshAnswer success(Exchange.Answered answered, Secret used) {
    return TokenReader.read(answered, used)
        .<RefreshAnswer>map(RefreshAnswer.Fresh::new)
        .orElseGet(
            () ->
                new RefreshAnswer.RefreshFailed(
                    "HTTP %s without tokens".formatted(answered.answer().status())));
  }

  private static RefreshAnswer refusal(HttpAnswer answer) {
    String reason = RealmError.reason(answer);
    Optional<String> code = RealmError.code(answer);
    if (code.isEmpty() || answer.status() == 429 || RealmError.isPassing(code.get())) {
      return new RefreshAnswer.RefreshFailed(reason);
    }
    return code.get().equals(RealmError.INVALID_GRANT)
        ? new RefreshAnswer.SessionEnded(reason)
        : new RefreshAnswer.ClientRejected(reason);
  }
}
