package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of the building: what can be booked, and when.
 *
 * @param zone the venue's zone; the host's is never used
 * @param slot starts and durations are multiples of it
 * @param maxDuration the longest reservation
 * @param courts in the order of their ids
 * @param notice a court that was given back is not wanted later than this before its start
 */
public record Venue(
    ZoneId zone,
    BookingWindow window,
    Duration slot,
    Duration maxDuration,
    List<TennisCourt> courts,
    Duration notice) {

  private static final Duration DAY = Duration.ofDays(1);

  public Venue {
    courts = List.copyOf(courts);
    checkedSlot(slot);
  }

  /** A venue with an hour of notice. */
  public Venue(
      ZoneId zone,
      BookingWindow window,
      Duration slot,
      Duration maxDuration,
      List<TennisCourt> courts) {
    this(zone, window, slot, maxDuration, courts, Duration.ofHours(1));
  }

  /** Refuses a slot that no grid from midnight to midnight can be made of. */
  public static Duration checkedSlot(Duration slot) {
    boolean isWholeMinutes = slot.equals(slot.truncatedTo(ChronoUnit.MINUTES));
    if (!isWholeMinutes || slot.toMinutes() < 1 || DAY.toMinutes() % slot.toMinutes() != 0) {
      throw new InvalidRequest("a slot must be whole minutes that divide a day, not " + slot);
    }
    return slot;
  }

  /**
   * What lasts longer was reserved by no person. The setting is ours and may be too small, so that
   * it counts twice: a building's own, such as a court that is closed, takes most of a day.
   */
  public Duration longestOfPersons() {
    return maxDuration.multipliedBy(2);
  }

  public Optional<TennisCourt> court(String id) {
    return courts.stream().filter(court -> court.id().equals(id)).findFirst();
  }

  /**
   * The court of that id, which was there when the booking was made.
   *
   * @throws SetupProblem when the settings do not name it any more
   */
  public TennisCourt requireCourt(String id) {
    return court(id)
        .orElseThrow(
            () ->
                new SetupProblem(
                    "court %s is in a schedule but not in the setting courts: there is %s"
                        .formatted(Quote.of(id), ids(courts))));
  }

  public Occurrence occurrence(LocalDateTime wallClock) {
    return Occurrence.of(wallClock, zone);
  }

  /** The opening of {@code occurrence}: its start minus the window. */
  public Instant opening(Occurrence occurrence) {
    return window.opening(occurrence.start());
  }

  /** Refuses courts that are not there. */
  public CourtPreference checked(CourtPreference preference) {
    return checked(preference, courts);
  }

  /** Refuses courts that are not among these. */
  public static CourtPreference checked(CourtPreference preference, List<TennisCourt> courts) {
    for (String id : preference.courtIds()) {
      if (courts.stream().noneMatch(court -> court.id().equals(id))) {
        throw new InvalidRequest("no court %s: there is %s".formatted(Quote.of(id), ids(courts)));
      }
    }
    return preference;
  }

  /** All courts, in the order of the settings: a person who names none takes any court. */
  public CourtPreference everyCourt() {
    return new CourtPreference(courts.stream().map(TennisCourt::id).toList());
  }

  /** Refuses a duration that is not a whole number of slots, nothing, or beyond the longest. */
  public Duration checked(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new InvalidRequest("a duration of %s is no time to play".formatted(words(duration)));
    }
    if (duration.compareTo(maxDuration) > 0) {
      throw new InvalidRequest(
          "%s is too long: a reservation lasts at most %s"
              .formatted(words(duration), words(maxDuration)));
    }
    if (duration.toMillis() % slot.toMillis() != 0) {
      throw new InvalidRequest(
          "%s is no multiple of the building's slots of %s"
              .formatted(words(duration), words(slot)));
    }
    return duration;
  }

  /** What people call a court; one that the settings no longer name goes by its id. */
  public String courtName(String id) {
    return court(id).map(TennisCourt::name).orElse("court " + id);
  }

  /** Such as "Court 1, else Court 2". */
  public String courtNames(CourtPreference courts) {
    return courts.courtIds().stream().map(this::courtName).collect(Collectors.joining(", else "));
  }

  /** Refuses a start off the slot grid, which is laid from midnight. */
  public LocalDateTime checked(LocalDateTime start) {
    long over =
        Duration.between(start.toLocalDate().atStartOfDay(), start).toMillis() % slot.toMillis();
    if (over != 0) {
      LocalDateTime before = start.minus(over, ChronoUnit.MILLIS);
      throw new InvalidRequest(
          "%s is off the grid: take %s or %s (starts are every %s from midnight)"
              .formatted(
                  start.toLocalTime(),
                  before.toLocalTime(),
                  before.plus(slot).toLocalTime(),
                  words(slot)));
    }
    return start;
  }

  private static String ids(List<TennisCourt> courts) {
    return courts.stream().map(TennisCourt::id).collect(Collectors.joining(", "));
  }

  private static String words(Duration duration) {
    return duration.toMillis() % 60_000 == 0
        ? duration.toMinutes() + " minutes"
        : duration.toMillis() / 1000.0 + " seconds";
  }
}
