package dev.court.planning;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Venue;
import dev.court.recurrence.RecurrenceRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Changes the parts of a plan that a person names, and keeps the others. */
final class PlanChange {
  private final Venue venue;
  private final PlanMaker maker;

  PlanChange(Venue venue, Instant now) {
    this.venue = venue;
    this.maker = new PlanMaker(venue, now);
  }

  /**
   * The changed plan. Skipped occurrences stay skipped.
   *
   * @throws InvalidRequest when the options do not suit the plan, or contradict each other
   */
  Plan change(Plan plan, PlanOptions options) {
    if (options.equals(PlanOptions.NONE)) {
      return plan;
    }
    if (options.at() != null || options.rrule() != null) {
      return withSkipped(plan, maker.make(options));
    }
    if (plan instanceof Plan.OneOff oneOff) {
      return options.on() == null ? withTime(oneOff, options) : maker.make(options);
    }
    Plan.Recurring recurring = (Plan.Recurring) plan;
    RuleEditor rule = RuleEditor.of(recurring.rrule());
    return options.on() != null && options.time() != null && !rule.isByDays()
        ? withSkipped(plan, maker.make(options))
        : withSkipped(plan, withParts(recurring, rule, options));
  }

  private Plan withTime(Plan.OneOff plan, PlanOptions options) {
    if (options.time() == null || !options.hasOnlyTime()) {
      throw new InvalidRequest(
          "the schedule is for a single time: name another with --at or --time,"
              + " or make it weekly with --on and --time");
    }
    return new Plan.OneOff(
        venue.checked(plan.at().toLocalDate().atTime(TimeText.time(options.time()))));
  }

  private Plan withParts(Plan.Recurring plan, RuleEditor rule, PlanOptions options) {
    boolean weekly = options.on() != null || options.every() != null;
    if (weekly && !rule.isByDays()) {
      throw new InvalidRequest(
          "the schedule is not by days of the week: change it with --rrule,"
              + " or with --on and --time");
    }
    RecurrenceRule changed = rule.with(options).toRule();
    LocalDateTime dtstart = plan.dtstart();
    if (options.time() != null) {
      // The rule names the time now, so the recurrence starts with its first day as a whole.
      dtstart = dtstart.toLocalDate().atStartOfDay();
    }
    return maker.checked(changed, options.from() == null ? dtstart : from(options, dtstart));
  }

  private LocalDateTime from(PlanOptions options, LocalDateTime dtstart) {
    return TimeText.hasTime(options.from())
        ? TimeText.dateTime(options.from(), venue.zone())
        : TimeText.date(options.from()).atTime(dtstart.toLocalTime());
  }

  /** A skipped occurrence stays skipped. If its day has one occurrence, it may be at a new time. */
  Plan withSkipped(Plan before, Plan after) {
    if (!(before instanceof Plan.Recurring old) || !(after instanceof Plan.Recurring fresh)) {
      return after;
    }
    Set<LocalDateTime> exdates = new TreeSet<>(fresh.exdates());
    for (LocalDateTime skipped : old.exdates()) {
      List<LocalDateTime> thatDay = onDay(fresh, skipped.toLocalDate());
      if (thatDay.contains(skipped)) {
        exdates.add(skipped);
      } else if (thatDay.size() == 1) {
        exdates.add(thatDay.get(0));
      }
    }
    return new Plan.Recurring(fresh.dtstart(), fresh.rrule(), new TreeSet<>(exdates));
  }

  private List<LocalDateTime> onDay(Plan.Recurring plan, LocalDate day) {
    return new Occurrences(plan, venue).on(day).stream().map(Occurrence::wallClock).toList();
  }
}
