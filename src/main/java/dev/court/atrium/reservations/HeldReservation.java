package dev.court.atrium.reservations;

import dev.court.booking.TennisCourt;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A reservation that Atrium holds for the account, as far as the listing tells.
 *
 * @param id null when the listing names none
 * @param amenityId null when the listing names none
 * @param label the amenity's name; null when the listing has none
 * @param start when it begins
 * @param end null when the listing has none
 * @param cancelled whether it is held no longer
 */
public record HeldReservation(
    String id, Long amenityId, String label, Instant start, Instant end, boolean cancelled) {

  /** Whether a reservation is the one asked for. */
  public enum Match {
    OURS,
    NOT_OURS,
    /** The listing does not say enough; treated as if it could not be read. */
    UNSURE
  }

  /**
   * Compares with what was asked for. Ours is the same court, by its id or else by its name, at the
   * same start, whatever its end: a slot is held only once, so nobody else can hold that court
   * then. A stranger's reservation taken for ours would lose a booking silently; ours overlooked
   * would book twice. Hence the same time on an amenity that cannot be told is {@link
   * Match#UNSURE}.
   */
  public Match match(ReservationRequest request) {
    if (cancelled || !start.equals(request.startInstant())) {
      return Match.NOT_OURS;
    }
    if (amenityId != null) {
      return byId(request);
    }
    if (isNamedLike(request)) {
      return Match.OURS;
    }
    return end == null || end.equals(request.endInstant()) ? Match.UNSURE : Match.NOT_OURS;
  }

  /** The right name with a wrong id is unsure: the number may not be the amenity's. */
  private Match byId(ReservationRequest request) {
    if (amenityId == request.court().amenityId()) {
      return Match.OURS;
    }
    return isNamedLike(request) ? Match.UNSURE : Match.NOT_OURS;
  }

  /**
   * Whether it holds that court for all of that time. Unlike {@link #match}, what the listing
   * leaves open counts as no: a yes keeps a request from being sent.
   */
  public boolean covers(TennisCourt court, Instant from, Instant to) {
    boolean isSameCourt =
        amenityId == null
            ? label != null && isSameName(label, court.name())
            : amenityId == court.amenityId();
    return isSameCourt && lasts(from, Duration.between(from, to));
  }

  /** Whether it holds some court for all of that time. */
  public boolean lasts(Instant from, Duration duration) {
    return !cancelled && end != null && !start.isAfter(from) && !end.isBefore(from.plus(duration));
  }

  /** Whether it ends, and lasts no longer than that. */
  public boolean isWithin(Duration longest) {
    return end != null && Duration.between(start, end).compareTo(longest) <= 0;
  }

  private boolean isNamedLike(ReservationRequest request) {
    return label != null && isSameName(label, request.court().name());
  }

  /** Whether two texts name one court: letters may be large or small, and blanks be several. */
  public static boolean isSameName(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
