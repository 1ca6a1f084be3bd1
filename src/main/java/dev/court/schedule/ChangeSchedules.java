package dev.court.schedule;

import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.UnknownId;
import dev.court.planning.OccurrenceFinder;
import dev.court.planning.Occurrences;
import dev.court.schedule.alternative.PassedOnLosses;
import dev.court.schedule.part.GivenBack;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Changes schedules: removes, pauses, resumes and edits them, and skips occurrences. A change of
 * several schedules is one transaction.
 */
public final class ChangeSchedules {
  private final Workspace workspace;

  public ChangeSchedules(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The schedules of these ids, each once. It only reads.
   *
   * @throws UnknownId when there is no schedule of one of these ids
   */
  public List<Schedule> find(List<Long> ids) {
    return workspace
        .database()
        .read(store -> ids.stream().distinct().map(id -> workspace.schedule(store, id)).toList());
  }

  /**
   * Removes schedules and cancels their pending bookings; a reservation that was made stays. {@link
   * #resume} takes it back.
   *
   * @throws UnknownId when there is no schedule of one of these ids; nothing is removed then
   */
  public List<ChangedSchedule> remove(List<Long> ids) {
    return change(
        ids,
        (store, schedule) -> {
          remove(store, schedule);
          return schedule.id();
        });
  }

  /** Removes one in a transaction of the caller's. */
  public void remove(Store store, Schedule schedule) {
    store.schedules().remove(schedule.id());
    store.bookings().of(schedule).stream()
        .filter(booking -> booking.status() == BookingStatus.PENDING)
        .forEach(
            booking -> store.bookings().tryChangeStatus(booking, BookingStatus.CANCELLED, null));
  }

  /**
   * Pauses schedules: occurrences that start before {@code until} are not booked.
   *
   * @param until the first day that is booked again; null for a pause without an end
   * @throws InvalidRequest when that day is over
   */
  public List<ChangedSchedule> pause(List<Long> ids, LocalDate until) {
    Instant end =
        until == null
            ? Schedule.FOREVER
            : workspace.venue().occurrence(until.atStartOfDay()).instant();
    if (!end.isAfter(workspace.now())) {
      boolean isToday =
          until.equals(LocalDate.ofInstant(workspace.now(), workspace.venue().zone()));
      throw new InvalidRequest(
          isToday
              ? "%s is today: name the first day to be booked again, tomorrow at the earliest"
                  .formatted(until)
              : "%s is over: name a day ahead".formatted(until));
    }
    return change(
        ids,
        (store, schedule) -> {
          setPause(store, schedule.id(), end);
          return schedule.id();
        });
  }

  /**
   * Takes removals back, and ends pauses. A schedule that was removed is as it was before: its
   * bookings ahead wait again, what was booked meanwhile stays its own, and it is paused if it was.
   * An occurrence whose opening was meanwhile is tried if it starts later.
   *
   * @throws UnknownId when there is no schedule of one of these ids; nothing is changed then
   * @throws InvalidRequest when a removed one has no time ahead; nothing is changed then
   */
  public List<ChangedSchedule> resume(List<Long> ids) {
    return each(ids, (store, id) -> resume(store, workspace.anySchedule(store, id)));
  }

  private ChangedSchedule resume(Store store, Schedule schedule) {
    if (schedule.removed()) {
      return new RemovalUndo(workspace).bringBack(store, schedule);
    }
    PassedOnLosses losses = PassedOnLosses.before(store, schedule, workspace.now());
    setPause(store, schedule.id(), null);
    return ChangedSchedule.of(workspace, store, schedule.id(), List.of(), losses);
  }

  /**
   * Sets or ends a pause, within a transaction of the caller.
   *
   * @param until null ends the pause
   */
  public void setPause(Store store, long id, Instant until) {
    store.schedules().pause(id, until);
    if (until == null) {
      store.bookings().recordAsked(id, workspace.now());
    }
  }

  /**
   * Changes what is asked for. Bookings ahead are aligned with it; reservations that were made
   * stay.
   *
   * @throws UnknownId when there is no such schedule
   * @throws InvalidRequest when the change cannot be booked, or its times lie wholly in the past
   */
  public ChangedSchedule edit(long id, UnaryOperator<ScheduleRequest> edit) {
    return workspace.database().transactDurably(store -> edit(store, id, edit));
  }

  /** Like {@link #edit(long, UnaryOperator)}, within a transaction of the caller. */
  public ChangedSchedule edit(Store store, long id, UnaryOperator<ScheduleRequest> edit) {
    Instant now = workspace.now();
    Schedule before = workspace.schedule(store, id);
    PassedOnLosses losses = PassedOnLosses.before(store, before, now);
    edit(store, before, edit);
    Schedule schedule = workspace.schedule(store, id);
    return ChangedSchedule.of(
        workspace,
        store,
        id,
        new OverlapFinder(store, workspace.venue(), now).with(schedule),
        losses);
  }

  private void edit(Store store, Schedule schedule, UnaryOperator<ScheduleRequest> edit) {
    ScheduleRequest asked = edit.apply(schedule.asked());
    if (!asked.plan().equals(schedule.asked().plan())) {
      new Occurrences(asked.plan(), workspace.venue()).requireNext(workspace.now(), 1);
    }
    replan(store, schedule, asked);
  }

  /**
   * Skips one occurrence of a recurrence.
   *
   * @param day the day of an occurrence, or its day and time when the day has several
   * @param undo takes a skipped occurrence back in instead
   * @throws InvalidRequest when there is no such occurrence
   */
  public ChangedSchedule skip(long id, String day, boolean undo) {
    return change(List.of(id), (store, schedule) -> skip(store, schedule, day, undo)).get(0);
  }

  private long skip(Store store, Schedule schedule, String day, boolean undo) {
    if (!(schedule.asked().plan() instanceof Plan.Recurring recurring)) {
      throw new InvalidRequest(
          "schedule %s is for a single time: take it back with court remove %s"
              .formatted(schedule.id(), schedule.id()));
    }
    OccurrenceFinder finder = new OccurrenceFinder(recurring, workspace.venue(), workspace.now());
    LocalDateTime wallClock = undo ? finder.skipped(day) : finder.scheduled(day);
    if (undo) {
      new GivenBack(store).takeBackIn(schedule, wallClock);
    }
    Plan plan = undo ? recurring.with(wallClock) : recurring.without(wallClock);
    replan(store, schedule, schedule.asked().withPlan(plan));
    return schedule.id();
  }

  /** Changes what one asks for in a transaction of the caller's, and its bookings with it. */
  public void replan(Store store, Schedule schedule, ScheduleRequest asked) {
    Instant now = workspace.now();
    store.schedules().change(schedule.id(), asked, now);
    Schedule changed = workspace.schedule(store, schedule.id());
    new BookingMaterializer(workspace.venue(), store, now).realign(changed);
  }

  private List<ChangedSchedule> change(List<Long> ids, BiFunction<Store, Schedule, Long> change) {
    return each(
        ids,
        (store, id) -> {
          Schedule before = workspace.schedule(store, id);
          PassedOnLosses losses = PassedOnLosses.before(store, before, workspace.now());
          return ChangedSchedule.of(
              workspace, store, change.apply(store, before), List.of(), losses);
        });
  }

  private List<ChangedSchedule> each(
      List<Long> ids, BiFunction<Store, Long, ChangedSchedule> change) {
    return workspace
        .database()
        .transactDurably(
            store -> ids.stream().distinct().map(id -> change.apply(store, id)).toList());
  }
}
