package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.booking.json.LegacyFields;
import dev.court.json.Flattened;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ScheduleView;
import dev.court.session.SessionForecast;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A schedule for programs. {@code import} takes it back.
 *
 * @param legacy with the times of the next occurrence
 * @param dtstart a wall clock in {@code timezone}, as {@code exdates} and {@code booked} are
 * @param pausedUntil null when not paused, or paused without an end
 * @param keepTrying ISO-8601, as {@code every} is; null when a taken court is not asked for again
 * @param watchedUntil until when the next booking waits for a taken court; null when it does not
 * @param booked times ahead that are reserved, so that an import books them no second time
 * @param givenBack times ahead of parts whose reservations were given back, so that an import books
 *     them no second time
 * @param session what the session will be like at the opening; null when nothing is to be booked
 * @param account null where only one is shown
 * @param alternatives times of day that would do too, best first; null for none
 * @param uid stays the same when the schedule is imported elsewhere; null while nothing is stored
 */
record ScheduleJson(
    @Flattened LegacyFields legacy,
    String name,
    List<String> courtIds,
    String guests,
    String dtstart,
    List<String> exdates,
    String timezone,
    String pausedUntil,
    List<String> booked,
    List<String> givenBack,
    String description,
    String strategy,
    String keepTrying,
    String every,
    String watchedUntil,
    String session,
    String uid,
    List<String> alternatives,
    String account) {

  static ScheduleJson of(ScheduleView view, Venue venue) {
    return of(view, venue, Optional.empty());
  }

  static ScheduleJson of(ScheduleView view, Venue venue, Optional<SessionForecast> session) {
    Phrases phrases = new Phrases(venue);
    Schedule schedule = view.schedule();
    Plan plan = schedule.asked().plan();
    Plan.Recurring recurring = plan instanceof Plan.Recurring one ? one : null;
    return new ScheduleJson(
        legacy(view, phrases),
        schedule.asked().name(),
        schedule.asked().courts().courtIds(),
        schedule.asked().guests(),
        recurring == null ? null : recurring.dtstart().toString(),
        recurring == null ? null : texts(recurring.exdates()),
        venue.zone().getId(),
        Schedule.FOREVER.equals(schedule.pausedUntil())
            ? null
            : phrases.iso(schedule.pausedUntil()),
        texts(view.booked()),
        texts(view.givenBack()),
        PlanInWords.asked(schedule.asked(), venue.zone()),
        schedule.asked().strategy().word(),
        schedule.asked().watch().map(watch -> watch.keepTrying().toString()).orElse(null),
        schedule.asked().watch().map(watch -> watch.every().toString()).orElse(null),
        phrases.iso(view.watchedUntil(venue).orElse(null)),
        session.map(SessionForecast::word).orElse(null),
        schedule.id() == 0 ? null : schedule.uid(),
        schedule.asked().isEither() ? times(schedule.asked()) : null,
        null);
  }

  /** The same with the name of the account that it belongs to. */
  ScheduleJson of(String owner) {
    return new ScheduleJson(
        legacy,
        name,
        courtIds,
        guests,
        dtstart,
        exdates,
        timezone,
        pausedUntil,
        booked,
        givenBack,
        description,
        strategy,
        keepTrying,
        every,
        watchedUntil,
        session,
        uid,
        alternatives,
        owner);
  }

  private static LegacyFields legacy(ScheduleView view, Phrases phrases) {
    Schedule schedule = view.schedule();
    Plan plan = schedule.asked().plan();
    return new LegacyFields(
        schedule.id() == 0 ? null : (Long) schedule.id(),
        plan.type(),
        view.next().map(next -> start(plan, next)).map(phrases::iso).orElse(null),
        view.next().map(Booking::opening).map(phrases::iso).orElse(null),
        schedule.asked().courts().first(),
        schedule.asked().duration().toMinutes(),
        view.status(),
        plan instanceof Plan.Recurring recurring ? recurring.rrule() : null);
  }

  /** A schedule of one time has the start of the whole, whichever part of it comes next. */
  private static Instant start(Plan plan, Booking next) {
    return plan instanceof Plan.OneOff ? next.partOf() : next.start();
  }

  private static List<String> times(ScheduleRequest asked) {
    return asked.alternatives().times().stream().map(LocalTime::toString).toList();
  }

  private static List<String> texts(Collection<LocalDateTime> wallClocks) {
    return wallClocks.stream().map(LocalDateTime::toString).toList();
  }
}
