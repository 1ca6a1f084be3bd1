package dev.court.atrium.reservations;

import dev.court.atrium.http.ErrorText;
import dev.court.atrium.http.Failure;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.RetryAfter;
import dev.court.atrium.http.ServerText;
import dev.court.booking.Answer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides what an answer to a reservation means. No other class looks at the words of a refusal.
 *
 * <p>A refusal that matches both "taken" and "too early" ("not available until 7 days before") is
 * too early. Too early read as taken would ask for the other court before the window is open, and
 * end the booking; taken read as too early only costs a few more requests.
 */
final class AnswerClassifier {
  private static final List<String> TOKEN_CODES =
      List.of("token_not_valid", "not_authenticated", "authentication_failed", "invalid_token");
  private static final Pattern TOKEN_WORDS =
      Pattern.compile(
          "(?i)authentication credentials|not authenticated"
              + "|\\btoken\\b.{0,40}\\b(invalid|not valid|expired|inactive)"
              + "|\\b(invalid|expired)\\b.{0,20}\\btoken\\b|\\bsignature\\b.{0,20}\\bexpired");

  private final Predicate<String> tooEarly;
  private final Predicate<String> taken;

  AnswerClassifier(AnswerPatterns patterns) {
    this.tooEarly = patterns.tooEarlyWords();
    this.taken = patterns.takenWords();
  }

  Answer read(Failure failure) {
    return failure.maybeSent()
        ? new Answer.Unclear(failure.reason())
        : new Answer.NotSent(failure.reason(), failure.isLasting());
  }

  Answer read(HttpAnswer answer, ReservationRequest asked) {
    if (ProxyAnswer.isChallenge(answer)) {
      return new Answer.NotNow(answer.reason());
    }
    return switch (answer.status() / 100) {
      case 2 -> Confirmation.read(answer, asked);
      case 3 -> redirect(answer);
      case 4 -> refusal(answer);
      default -> new Answer.Unclear(answer.reason());
    };
  }

  /** Whether an answer to any request says that the access token is not accepted. */
  static boolean isAboutTheToken(HttpAnswer answer) {
    return answer.status() == 401 || (answer.status() == 403 && blamesTheToken(answer.body()));
  }

  /**
   * Unclear, not refused: the server may have booked and redirect to the reservation (303 is made
   * for that), or a proxy in between may want a sign-in. Only the host is told, since the address
   * may hold a token.
   */
  private static Answer redirect(HttpAnswer answer) {
    String site =
        answer.header("Location").flatMap(AnswerClassifier::site).orElse("another address");
    return new Answer.Unclear(ServerText.line("HTTP %s to %s".formatted(answer.status(), site)));
  }

  private static Optional<String> site(String location) {
    try {
      return Optional.ofNullable(URI.create(location).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Answer refusal(HttpAnswer answer) {
    if (isAboutTheToken(answer)) {
      return new Answer.Unauthorised(answer.reason());
    }
    return switch (answer.status()) {
      // The server or a proxy stopped waiting; whether the request was handled is not said.
      case 408 -> new Answer.Unclear(answer.reason());
      case 429 -> new Answer.Throttled(answer.reason(), RetryAfter.of(answer));
      default -> byWords(answer);
    };
  }

  /** A page of HTML is not the API's: "unavailable" there means the site, not the court. */
  private Answer byWords(HttpAnswer answer) {
    if (ProxyAnswer.isTurnedAway(answer)) {
      return new Answer.NotNow(answer.reason());
    }
    String words = ErrorText.of(answer.body());
    if (tooEarly.test(words)) {
      return new Answer.TooEarly(ServerText.line(words));
    }
    return taken.test(words)
        ? new Answer.Taken(ServerText.line(words))
        : new Answer.Refused(answer.reason());
  }

  /** A 403 refuses this account; a refresh helps only where its words are about the token. */
  private static boolean blamesTheToken(String body) {
    return JsonFields.parse(body).flatMap(fields -> fields.text("code")).stream()
            .anyMatch(TOKEN_CODES::contains)
        || TOKEN_WORDS.matcher(ErrorText.of(body)).find();
  }
}
