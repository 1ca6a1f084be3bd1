package dev.court.sandbox.realm;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;

/**
 * The words of refusal. Those of the real service are not known; these are in its framework's
 * style.
 */
public final class Messages {
  public static final String NO_CREDENTIALS = "Authentication credentials were not provided.";
  public static final String INVALID_TOKEN = "Given token not valid for any token type";
  public static final String NO_PERMISSION = "You do not have permission to perform this action.";
  public static final String NOT_FOUND = "Not found.";
  public static final String BEGUN = "A reservation that has begun cannot be cancelled.";
  public static final String TAKEN = "This amenity is already reserved for the selected time.";
  public static final String PAST = "Reservations cannot be made in the past.";
  public static final String OFF_GRID = "Reservations must start and end on the time slots.";
  public static final String TOO_LONG = "The reservation exceeds the maximum reservation length.";
  public static final String REUSED = "Maximum allowed refresh token reuse exceeded";
  public static final String NOT_ACTIVE = "Token is not active";
  public static final String SESSION_OVER = "Session not active";
  public static final String INVALID_REFRESH = "Invalid refresh token";

  private Messages() {}

  /** "… up to 168 hours in advance", or in the unit that fits the window. */
  public static String tooEarly(TemporalAmount window) {
    return "Reservations can only be made up to %s in advance.".formatted(length(window));
  }

  private static String length(TemporalAmount window) {
    if (window instanceof Duration elapsed) {
      return elapsed.toMinutesPart() == 0
          ? elapsed.toHours() + " hours"
          : elapsed.toMinutes() + " minutes";
    }
    return window.get(ChronoUnit.DAYS) + " days";
  }
}
