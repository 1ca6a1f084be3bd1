package dev.court.transfer;

import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.planning.AlternativesText;
import dev.court.planning.PlanInWords;
import dev.court.planning.RequestMaker;
import dev.court.transfer.ImportResult.Difference;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An entry of a list of schedules that can be booked. What it does not say stays as it is in a
 * schedule that is there already.
 *
 * @param place the file and the place in it
 * @param asked the request, with defaults for what it does not say
 * @param fields the names of the fields that it has, also of those that are null
 */
record ListedEntry(
    String place, ScheduleEntry entry, ScheduleRequest asked, Set<String> fields, ZoneId zone) {

  String words() {
    return PlanInWords.asked(asked, zone);
  }

  /** Whether it names the schedule by its UID. */
  boolean isOf(Schedule schedule) {
    return schedule.uid().equals(entry.uid());
  }

  /** The request of a schedule after the entry is taken. */
  ScheduleRequest over(Schedule schedule, DuplicateCheck check, RequestMaker maker) {
    ScheduleRequest known = schedule.asked();
    return AlternativesText.fitting(
        new ScheduleRequest(
            fields.contains("name") ? asked.name() : known.name(),
            plan(schedule, check, maker),
            entry.courtIds() != null || entry.courtId() != null ? asked.courts() : known.courts(),
            entry.duration() != null ? asked.duration() : known.duration(),
            entry.guests() != null ? asked.guests() : known.guests(),
            entry.strategy() != null ? asked.strategy() : known.strategy(),
            fields.contains("keep_trying") ? asked.watch() : known.watch(),
            fields.contains("alternatives") ? asked.alternatives() : known.alternatives()));
  }

  private Plan plan(Schedule schedule, DuplicateCheck check, RequestMaker maker) {
    Plan known = schedule.asked().plan();
    if (!(asked.plan() instanceof Plan.Recurring fresh)
        || !(known instanceof Plan.Recurring kept)) {
      return check.isSame(asked.plan(), known) ? known : asked.plan();
    }
    LocalDateTime dtstart = dtstart(fresh, kept, check, schedule);
    if (entry.exdates() != null) {
      return new Plan.Recurring(dtstart, fresh.rrule(), fresh.exdates());
    }
    return dtstart.equals(kept.dtstart()) && fresh.rrule().equals(kept.rrule())
        ? kept
        : maker.skippingAlso(kept, new Plan.Recurring(dtstart, fresh.rrule()));
  }

  /** Where counting starts does not matter while the times are the same, up to their end. */
  private LocalDateTime dtstart(
      Plan.Recurring fresh, Plan.Recurring kept, DuplicateCheck check, Schedule schedule) {
    boolean isCounted = isOf(schedule) && fresh.rrule().contains("COUNT=");
    return !entry.hasStart() || (!isCounted && check.isSame(fresh, kept))
        ? kept.dtstart()
        : fresh.dtstart();
  }

  /**
   * What the entry says otherwise than a schedule.
   *
   * @param over the request of the schedule after the entry is taken
   */
  List<Difference> differences(Schedule schedule, ScheduleRequest over, Instant now) {
    List<Difference> all = new ArrayList<>(Differences.between(schedule.asked(), over, zone));
    // The files of the predecessor say of everything that it is pending, which ends no pause here.
    if (isOf(schedule) && entry.saysPause()) {
      String from = paused(schedule.pausedUntil(), now);
      String to = paused(entry.pause(zone), now);
      if (!from.equals(to)) {
        all.add(new Difference("paused", from, to));
      }
    }
    return List.copyOf(all);
  }

  private String paused(Instant until, Instant now) {
    if (until == null || !until.isAfter(now)) {
      return "no";
    }
    return until.equals(Schedule.FOREVER) ? "yes" : "until " + until.atZone(zone).toLocalDateTime();
  }
}
