package dev.court.atrium.reservations;

import dev.court.atrium.http.JsonFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words by which a reservation says of itself that it is not held. Only {@code is_cancelled} was
 * seen at Atrium; the others are those of services of this kind. A word that is not known denies
 * nothing.
 */
final class Denial {
  private static final List<String> WHEN_TRUE =
      List.of("is_cancelled", "is_canceled", "cancelled", "canceled", "is_rejected", "is_deleted");
  private static final List<String> WHEN_FALSE = List.of("success", "ok");
  private static final List<String> WHEN_SET =
      List.of("cancelled_at", "canceled_at", "rejected_at", "deleted_at");
  private static final List<String> STATUS = List.of("status", "state");
  private static final Set<String> WORDS =
      Set.of(
          "cancelled",
          "canceled",
          "rejected",
          "declined",
          "denied",
          "refused",
          "failed",
          "error",
          "expired",
          "deleted",
          "queued",
          "waitlist",
          "waitlisted",
          "waitinglist");

  private Denial() {}

  static boolean isIn(JsonFields reservation) {
    return WHEN_TRUE.stream().anyMatch(name -> is(reservation, name, "true", "1"))
        || isOfTheRequest(reservation)
        || WHEN_SET.stream().anyMatch(name -> reservation.text(name).isPresent())
        || STATUS.stream()
            .flatMap(name -> reservation.text(name).stream())
            .anyMatch(Denial::denies);
  }

  /** Whether an answer says that what was asked for was not done. */
  static boolean isOfTheRequest(JsonFields answer) {
    return WHEN_FALSE.stream().anyMatch(name -> is(answer, name, "false", "0"));
  }

  private static boolean is(JsonFields reservation, String name, String word, String number) {
    return reservation
        .value(name)
        .map(value -> value.toString().strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.equals(word) || text.equals(number))
        .isPresent();
  }

  private static boolean denies(String status) {
    return WORDS.contains(status.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }
}
