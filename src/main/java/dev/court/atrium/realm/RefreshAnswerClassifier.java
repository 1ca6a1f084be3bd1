package dev.court.atrium.realm;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.Failure;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what the realm's answer to a refresh means, by the word under {@code error} (RFC 6749,
 * 5.2) and nothing else. A person is only told to sign in again when the realm says so itself: what
 * a proxy says in between is trouble that passes.
 */
final class RefreshAnswerClassifier {
  static final String ENDED = "invalid_grant";

  private static final Set<String> PASSING =
      Set.of("temporarily_unavailable", "server_error", "slow_down", "unknown_error");

  private RefreshAnswerClassifier() {}

  static RefreshAnswer read(Exchange exchange, Secret used) {
    if (exchange instanceof Exchange.Answered answered) {
      return answered.answer().isSuccess()
          ? success(answered, used)
          : refusal(answered.without(used));
    }
    Failure failure = ((Exchange.Unanswered) exchange).failure();
    return new RefreshAnswer.RefreshFailed(failure.reason(), failure.maybeSent());
  }

  /** Whether that word under {@code error} speaks of trouble of the moment. */
  static boolean isPassing(String error) {
    return PASSING.contains(error);
  }

  /** The word under {@code error}; empty for an answer that is not the realm's own. */
  static Optional<String> error(HttpAnswer answer) {
    return answer.status() / 100 == 4
        ? JsonFields.parse(answer.body()).flatMap(fields -> fields.text("error"))
        : Optional.empty();
  }

  /** The realm's words in one line. */
  static String reason(HttpAnswer answer) {
    Optional<JsonFields> fields = JsonFields.parse(answer.body());
    return fields
        .flatMap(it -> it.text("error"))
        .map(error -> error + description(fields.get()))
        .map(ServerText::line)
        .orElseGet(answer::reason);
  }

  private static String description(JsonFields fields) {
    return fields.text("error_description").map(text -> ": " + text).orElse("");
  }

  /** Of a success nothing is quoted, for it is full of tokens. */
  private static RefreshAnswer success(Exchange.Answered answered, Secret used) {
    return TokenReader.read(answered, used)
        .<RefreshAnswer>map(RefreshAnswer.Fresh::new)
        .orElseGet(
            () ->
                new RefreshAnswer.RefreshFailed(
                    "HTTP %s without tokens".formatted(answered.answer().status()), true));
  }

  private static RefreshAnswer refusal(Exchange.Answered answered) {
    HttpAnswer answer = answered.answer();
    Optional<String> error = error(answer);
    if (error.isEmpty() || answer.status() == 429 || PASSING.contains(error.get())) {
      return new RefreshAnswer.RefreshFailed(reason(answer), answer.status() / 100 == 5);
    }
    return error.get().equals(ENDED)
        ? new RefreshAnswer.SessionEnded(reason(answer))
        : new RefreshAnswer.ClientRejected(reason(answer));
  }
}
