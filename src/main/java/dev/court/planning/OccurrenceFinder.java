package dev.court.planning;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the occurrence of a recurrence that a person names by its day, or by day and time. */
public final class OccurrenceFinder {
  private final Plan.Recurring plan;
  private final Venue venue;
  private final Instant now;

  public OccurrenceFinder(Plan.Recurring plan, Venue venue, Instant now) {
    this.plan = plan;
    this.venue = venue;
    this.now = now;
  }

  /**
   * The wall clock of the occurrence on that day.
   *
   * @param day a date, or a date and a time where a day has several occurrences
   * @throws InvalidRequest when there is none, or not exactly one, or it is over
   */
  public LocalDateTime scheduled(String day) {
    LocalDateTime found = one(day, onDay(date(day)), whyNone(day));
    if (!venue.occurrence(found).instant().isAfter(now)) {
      throw new InvalidRequest("%s is over: there is nothing to skip".formatted(found));
    }
    return found;
  }

  /**
   * The wall clock of the skipped occurrence on that day.
   *
   * @param day like in {@link #scheduled}
   * @throws InvalidRequest when none was skipped that day, or several were
   */
  public LocalDateTime skipped(String day) {
    return one(day, skippedOn(day), "was not skipped");
  }

  private String whyNone(String day) {
    return skippedOn(day).isEmpty()
        ? "is no time to play of this schedule"
        : "is skipped already: --undo takes it back in";
  }

  private List<LocalDateTime> skippedOn(String day) {
    LocalDate date = date(day);
    return plan.exdates().stream().filter(time -> time.toLocalDate().equals(date)).toList();
  }

  private List<LocalDateTime> onDay(LocalDate date) {
    return new Occurrences(plan, venue).on(date).stream().map(Occurrence::wallClock).toList();
  }

  private LocalDateTime one(String day, List<LocalDateTime> candidates, String whyNone) {
    List<LocalDateTime> meant =
        TimeText.hasTime(day)
            ? candidates.stream().filter(TimeText.dateTime(day, venue.zone())::equals).toList()
            : candidates;
    if (meant.isEmpty()) {
      throw new InvalidRequest("%s %s".formatted(day, whyNone));
    }
    if (meant.size() > 1) {
      throw new InvalidRequest(
          "%s has several times to play: name one of %s".formatted(day, listed(meant)));
    }
    return meant.get(0);
  }

  private LocalDate date(String day) {
    return TimeText.hasTime(day)
        ? TimeText.dateTime(day, venue.zone()).toLocalDate()
        : TimeText.date(day);
  }

  private static String listed(List<LocalDateTime> times) {
    return times.stream().map(LocalDateTime::toString).collect(Collectors.joining(", "));
  }
}
