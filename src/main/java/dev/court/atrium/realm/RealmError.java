package dev.court.atrium.realm;

import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.ServerText;
import java.util.Optional;
import java.util.Set;

/** Reads an error of the realm: a code under {@code error}, words beside it (RFC 6749, 5.2). */
final class RealmError {
  /** The session is over. */
  static final String INVALID_GRANT = "invalid_grant";

  private static final Set<String> PASSING =
      Set.of("temporarily_unavailable", "server_error", "slow_down", "unknown_error");

  private RealmError() {}

  /** Empty for an answer that is not the realm's own. */
  static Optional<String> code(HttpAnswer answer) {
    return answer.status() / 100 == 4
        ? JsonFields.parse(answer.body()).flatMap(fields -> fields.text("error"))
        : Optional.empty();
  }

  /** Whether a code speaks of trouble that passes by itself. */
  static boolean isPassing(String code) {
    return PASSING.contains(code);
  }

  /** The realm's words in one line. */
  static String reason(HttpAnswer answer) {
    Optional<JsonFields> fields = JsonFields.parse(answer.body());
    return fields
        .flatMap(it -> it.text("error"))
        .map(code -> code + description(fields.get()))
        .map(ServerText::line)
        .orElseGet(answer::reason);
  }

  private static String description(JsonFields fields) {
    return fields.text("error_description").map(text -> ": " + text).orElse("");
  }
}
