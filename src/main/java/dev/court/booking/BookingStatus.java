package dev.court.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The status of a booking. */
public enum BookingStatus {
  /** Waits for its opening, or for the next run after it. */
  PENDING,
  /** A run holds a claim on it. */
  IN_FLIGHT,
  /** Atrium holds a reservation. */
  SUCCESS,
  /** Taken or refused. */
  FAILED,
  /** The start passed before anything could be tried. */
  MISSED,
  /** A request was sent and its answer is not known; see {@link OpenShot}. */
  UNKNOWN,
  /** Left out by the person, by date or by a pause. */
  SKIPPED,
  /** Its schedule was removed or changed. */
  CANCELLED;

  /** Whether Atrium holds a reservation of such a booking, or may hold one by now. */
  public boolean mayBeHeld() {
    return this == SUCCESS || this == IN_FLIGHT || this == UNKNOWN;
  }

  /** The word for it in the database, in files and on the terminal. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status of that word.
   *
   * @throws InvalidRequest when there is no such status
   */
  public static BookingStatus of(String word) {
    return Arrays.stream(values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "no status %s: there is %s"
                        .formatted(Quote.of(word), String.join(", ", all()))));
  }

  /** All the words. */
  public static List<String> all() {
    return Arrays.stream(values()).map(BookingStatus::word).toList();
  }
}
