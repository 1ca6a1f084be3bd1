package dev.court.transfer;

import dev.court.booking.Schedule;
import dev.court.schedule.ChangedSchedule;
import dev.court.schedule.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of one entry of a file.
 *
 * @param place the file and the place in it
 * @param what the plan in words, or why it was not imported
 * @param scheduleId the schedule that was added, or that the entry is about; null when there is
 *     none
 * @param differences what the file says otherwise than the schedule before; empty unless it is
 *     changed or updated
 * @param change the change that was made; empty unless it is updated
 * @param overlaps schedules that were there before and are for the same time; empty unless it is
 *     added
 */
public record ImportResult(
    String place,
    ImportStatus status,
    String what,
    Long scheduleId,
    List<Difference> differences,
    Optional<ChangedSchedule> change,
    List<Overlap> overlaps) {

  /** What the import of one entry did. */
  public enum ImportStatus {
    ADDED,
    /** The schedule is as the file says, or somebody is signed in already. */
    UNCHANGED,
    /** The schedule differs from the file, and was not changed. */
    CHANGED,
    /** The schedule differed from the file, and is as the file says now. */
    UPDATED,
    /** It has no time ahead. */
    PAST,
    /** The file cancels it. */
    CANCELLED,
    /** It cannot be imported; the other entries were. */
    BAD
  }

  /**
   * One thing that a file says otherwise.
   *
   * @param field the thing, such as {@code duration}
   * @param from as it is in the schedule, in words
   * @param to as the file says
   */
  public record Difference(String field, String from, String to) {
    @Override
    public String toString() {
      return "%s %s -> %s".formatted(field, from, to);
    }
  }

  /** One without a schedule. */
  static ImportResult of(String place, ImportStatus status, String what) {
    return new ImportResult(place, status, what, null, List.of(), Optional.empty(), List.of());
  }

  static ImportResult unchanged(String place, String what, Schedule schedule) {
    return new ImportResult(
        place, ImportStatus.UNCHANGED, what, schedule.id(), List.of(), Optional.empty(), List.of());
  }

  static ImportResult added(String place, String what, Schedule schedule, List<Overlap> overlaps) {
    return new ImportResult(
        place,
        ImportStatus.ADDED,
        what,
        schedule.id(),
        List.of(),
        Optional.empty(),
        List.copyOf(overlaps));
  }

  /**
   * A schedule that differs from the file.
   *
   * @param change empty when it was not changed
   */
  static ImportResult differing(
      String place,
      Schedule schedule,
      List<Difference> differences,
      Optional<ChangedSchedule> change) {
    return new ImportResult(
        place,
        change.isPresent() ? ImportStatus.UPDATED : ImportStatus.CHANGED,
        "schedule %s: %s"
            .formatted(
                schedule.id(),
                differences.stream().map(Difference::toString).collect(Collectors.joining("; "))),
        schedule.id(),
        List.copyOf(differences),
        change,
        List.of());
  }
}
