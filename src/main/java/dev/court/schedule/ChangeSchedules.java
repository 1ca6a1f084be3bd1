package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.UnknownId;
import dev.court.planning.BookingParts;
import dev.court.planning.OccurrenceFinder;
import dev.court.planning.Occurrences;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Changes to schedules that are there: taken back, paused, resumed, edited. All or nothing. */
public final class ChangeSchedules {
  private final Workspace workspace;

  public ChangeSchedules(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A schedule after its change.
   *
   * @param stillHeld bookings ahead that are not wanted as they are any more and that the change
   *     does not undo: reservations that Atrium holds, and requests under way
   * @param overlaps other plans of one's own that are for the same time
   */
  public record Changed(ScheduleView view, List<Booking> stillHeld, List<Overlap> overlaps) {}

  /**
   * The schedules of these ids, to ask about before something is done to them.
   *
   * @throws UnknownId when one of the ids is not there
   */
  public List<Schedule> find(List<Long> ids) {
    return workspace
        .database()
        .transact(
            store -> ids.stream().distinct().map(id -> workspace.schedule(store, id)).toList());
  }

  /**
   * Stops future bookings; a reservation already made stays.
   *
   * @throws UnknownId when one of the ids is not there; then nothing was removed
   */
  public List<Changed> remove(List<Long> ids) {
    return change(
        ids,
        (store, schedule) -> {
          store.schedules().remove(schedule.id());
          store.bookings().of(schedule).stream()
              .filter(booking -> booking.status() == BookingStatus.PENDING)
              .forEach(
                  booking ->
                      store.bookings().tryChangeStatus(booking, BookingStatus.CANCELLED, null));
          return schedule.id();
        });
  }

  /** Leaves out occurrences that start before {@code until}, or all when it is null. */
  public List<Changed> pause(List<Long> ids, LocalDate until) {
    Instant end =
        until == null
            ? Schedule.FOREVER
            : workspace.venue().occurrence(until.atStartOfDay()).instant();
    if (!end.isAfter(workspace.now())) {
      throw new InvalidRequest("%s is over: name a day ahead".formatted(until));
    }
    return setPause(ids, end);
  }

  /** Ends a pause; what opened meanwhile is still tried while its start lies ahead. */
  public List<Changed> resume(List<Long> ids) {
    return setPause(ids, null);
  }

  private List<Changed> setPause(List<Long> ids, Instant until) {
    return change(
        ids,
        (store, schedule) -> {
          store.schedules().pause(schedule.id(), until);
          return schedule.id();
        });
  }

  /** Changes what is asked for; bookings ahead follow, reservations already made stay. */
  public Changed edit(long id, UnaryOperator<ScheduleRequest> edit) {
    return workspace
        .database()
        .transactDurably(
            store -> {
              edit(store, workspace.schedule(store, id), edit);
              Schedule schedule = workspace.schedule(store, id);
              return changed(
                  store,
                  id,
                  new OverlapFinder(store, workspace.venue(), workspace.now()).with(schedule));
            });
  }

  private void edit(Store store, Schedule schedule, UnaryOperator<ScheduleRequest> edit) {
    ScheduleRequest asked = edit.apply(schedule.asked());
    if (!asked.plan().equals(schedule.asked().plan())) {
      new Occurrences(asked.plan(), workspace.venue()).requireNext(workspace.now(), 1);
    }
    replan(store, schedule, asked);
  }

  /**
   * Leaves one occurrence of a series out, or takes it back in.
   *
   * @param day the day of an occurrence, or its day and time when there are several that day
   * @throws InvalidRequest when there is no such occurrence
   */
  public Changed skip(long id, String day, boolean undo) {
    return change(List.of(id), (store, schedule) -> skip(store, schedule, day, undo)).get(0);
  }

  private long skip(Store store, Schedule schedule, String day, boolean undo) {
    if (!(schedule.asked().plan() instanceof Plan.Recurring recurring)) {
      throw new InvalidRequest(
          "schedule %s is for a single time: take it back with court remove %s"
              .formatted(schedule.id(), schedule.id()));
    }
    OccurrenceFinder skips = new OccurrenceFinder(recurring, workspace.venue(), workspace.now());
    LocalDateTime wallClock = undo ? skips.skipped(day) : skips.scheduled(day);
    Plan plan = undo ? recurring.with(wallClock) : recurring.without(wallClock);
    replan(store, schedule, schedule.asked().withPlan(plan));
    return schedule.id();
  }

  private void replan(Store store, Schedule schedule, ScheduleRequest asked) {
    Instant now = workspace.now();
    store.schedules().change(schedule.id(), asked, now);
    Schedule changed = workspace.schedule(store, schedule.id());
    BookingMaterializer filling = new BookingMaterializer(workspace.venue(), store, now);
    filling.align(changed);
    filling.fill(changed, now);
  }

  private List<Changed> change(List<Long> ids, BiFunction<Store, Schedule, Long> step) {
    return workspace
        .database()
        .transactDurably(
            store ->
                ids.stream()
                    .distinct()
                    .map(id -> step.apply(store, workspace.schedule(store, id)))
                    .map(id -> changed(store, id, List.of()))
                    .toList());
  }

  private Changed changed(Store store, long id, List<Overlap> overlaps) {
    Instant now = workspace.now();
    Schedule schedule = store.schedules().find(workspace.accountId(store), id).orElseThrow();
    List<Booking> bookings = store.bookings().of(schedule);
    return new Changed(
        ScheduleView.of(schedule, bookings, now, workspace.venue()),
        bookings.stream()
            .filter(booking -> booking.start().isAfter(now) && isHeld(booking.status()))
            .filter(booking -> !isWanted(schedule, booking))
            .toList(),
        overlaps);
  }

  private boolean isWanted(Schedule schedule, Booking booking) {
    return !schedule.removed()
        && !schedule.leavesOut(booking)
        && isOnAWantedCourt(schedule.asked(), booking)
        && new BookingParts(schedule.asked(), workspace.venue())
            .at(booking.start())
            .filter(part -> part.duration().equals(booking.duration()))
            .isPresent();
  }

  private static boolean isOnAWantedCourt(ScheduleRequest asked, Booking booking) {
    String court = booking.result().bookedCourtId();
    return court == null || asked.courts().courtIds().contains(court);
  }

  private static boolean isHeld(BookingStatus status) {
    return status == BookingStatus.SUCCESS || status == BookingStatus.IN_FLIGHT;
  }
}
