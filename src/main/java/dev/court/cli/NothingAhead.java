package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.Venue;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.ScheduleView;
import dev.court.text.WordList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why nothing is to be booked, where there are schedules. */
final class NothingAhead {
  private static final int MOST_NAMED = 3;

  private final Instant now;
  private final Venue venue;

  NothingAhead(CourtCommand court) {
    this.now = court.clock().instant();
    this.venue = court.venue();
  }

  /** In one clause, such as "schedule 1 is paused: court resume 1"; empty without a schedule. */
  Optional<String> reason(ListSchedules schedules) {
    Map<String, List<Long>> alike = new LinkedHashMap<>();
    for (ScheduleView view : schedules.schedules(status -> true, true).found()) {
      reason(view)
          .ifPresent(
              why ->
                  alike.computeIfAbsent(why, key -> new ArrayList<>()).add(view.schedule().id()));
    }
    return alike.entrySet().stream()
        .map(one -> clause(one.getKey(), one.getValue()))
        .reduce((before, after) -> before + "; " + after);
  }

  private static String clause(String reason, List<Long> ids) {
    List<String> words = ids.stream().map(String::valueOf).toList();
    String who =
        ids.size() == 1
            ? "schedule %s is ".formatted(ids.get(0))
            : ids.size() <= MOST_NAMED
                ? "schedules %s are ".formatted(WordList.of(words))
                : ids.size() + " schedules are ";
    return who + reason;
  }

  /** Empty for what is over. */
  private Optional<String> reason(ScheduleView view) {
    return switch (view.status()) {
      case ScheduleView.PAUSED -> Optional.of("paused (court resume)");
      case ScheduleView.AWAY -> Optional.of("left out while you are away (court away list)");
      default ->
          view.isAhead(now)
              ? ofNext(view)
              : Optional.of("skipped (court show)").filter(it -> isSkipped(view));
    };
  }

  private static Optional<String> ofNext(ScheduleView view) {
    return view.next()
        .map(Booking::status)
        .map(
            status ->
                switch (status) {
                  case SUCCESS -> "booked already";
                  case UNKNOWN -> "perhaps booked (court resolve)";
                  case FAILED, MISSED -> "lost (court history)";
                  case SKIPPED, CANCELLED -> "left out (court show)";
                  default -> null;
                });
  }

  private boolean isSkipped(ScheduleView view) {
    return !view.schedule().removed()
        && view.schedule().asked().plan() instanceof Plan.Recurring recurring
        && recurring.exdates().stream()
            .anyMatch(date -> venue.occurrence(date).instant().isAfter(now));
  }
}
