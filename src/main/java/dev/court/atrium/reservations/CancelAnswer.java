package dev.court.atrium.reservations;

import dev.court.atrium.http.Failure;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;

/** What the building says to a request to cancel a reservation. */
public sealed interface CancelAnswer {

  /** It is cancelled. */
  record CancelConfirmed() implements CancelAnswer {}

  /** There is no such reservation any more, or the building cannot cancel in this way. */
  record NoSuchReservation(String reason) implements CancelAnswer {}

  /** It stays. */
  record CancelRefused(String reason) implements CancelAnswer {}

  /** Nothing was done now: the request did not arrive, or was put off. */
  record CancelPutOff(String reason) implements CancelAnswer {}

  /** The answer was lost, or says nothing: it may be cancelled. */
  record CancelUnclear(String reason) implements CancelAnswer {}

  /** The access token was not accepted. */
  record CancelUnauthorised(String reason) implements CancelAnswer {}

  /** Of a request that got an answer. */
  static CancelAnswer of(HttpAnswer answer) {
    if (AnswerClassifier.isAboutTheToken(answer)) {
      return new CancelUnauthorised(answer.reason());
    }
    if (ProxyAnswer.isChallenge(answer) || answer.status() == 429) {
      return new CancelPutOff(answer.reason());
    }
    return switch (answer.status() / 100) {
      case 2 -> ofAcceptance(answer);
      case 4 -> ofRefusal(answer);
      default -> new CancelUnclear(answer.reason());
    };
  }

  /** One that only promises it, or denies it in the same breath, proves nothing. */
  private static CancelAnswer ofAcceptance(HttpAnswer answer) {
    boolean isPromise = answer.status() == 202;
    boolean isDenied = JsonFields.parse(answer.body()).filter(Denial::isOfTheRequest).isPresent();
    return isPromise || isDenied ? new CancelUnclear(answer.reason()) : new CancelConfirmed();
  }

  private static CancelAnswer ofRefusal(HttpAnswer answer) {
    return switch (answer.status()) {
      case 404, 405, 410 -> new NoSuchReservation(answer.reason());
      case 408 -> new CancelUnclear(answer.reason());
      default ->
          ProxyAnswer.isTurnedAway(answer)
              ? new CancelPutOff(answer.reason())
              : new CancelRefused(answer.reason());
    };
  }

  /** Of one that got none. */
  static CancelAnswer of(Failure failure) {
    return failure.maybeSent()
        ? new CancelUnclear(failure.reason())
        : new CancelPutOff(failure.reason());
  }
}
