package dev.court.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of reservations; the slash at the end is part of it.
 *
 * @param reservationId null for the whole collection
 */
record ReservationPath(String occupantId, String reservationId) {
  static final String API = "/api/v1";

  private static final Pattern PATTERN =
      Pattern.compile(API + "/my/occupants/([^/]+)/amenity-reservations/(?:([^/]+)/)?");

  static Optional<ReservationPath> of(String path) {
    Matcher matcher = PATTERN.matcher(path);
    return matcher.matches()
        ? Optional.of(new ReservationPath(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  boolean isCollection() {
    return reservationId == null;
  }
}
