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

/** Changes what a person names of a plan, and keeps the rest. */
final class PlanChange {
  private final Venue venue;
  private final PlanMaker maker;

  PlanChange(Venue venue, Instant now) {
    this.venue = venue;
    this.maker = new PlanMaker(venue, now);
  }

  /**
   * The changed plan.
   *
   * @throws InvalidRequest when the options do not go with the plan, or contradict each other
   */
  Plan change(Plan plan, PlanOptions options) {
    if (options.equals(PlanOptions.NONE)) {
      return plan;
    }
    if (options.at() != null || options.rrule() != null) {
      return kept(plan, maker.make(options));
    }
    if (plan instanceof Plan.OneOff oneOff) {
      return options.on() == null ? atTime(oneOff, options) : maker.make(options);
    }
    Plan.Recurring recurring = (Plan.Recurring) plan;
    RuleEditor parts = RuleEditor.of(recurring.rrule());
    return options.on() != null && options.time() != null && !parts.isByDays()
        ? kept(plan, maker.make(options))
        : kept(plan, inPart(recurring, parts, options));
  }

  private Plan atTime(Plan.OneOff plan, PlanOptions options) {
    if (options.time() == null || !options.onlyTime()) {
      throw new InvalidRequest(
          "the schedule is for a single time: name another with --at or --time,"
              + " or make it weekly with --on and --time");
    }
    return new Plan.OneOff(
        venue.checked(plan.at().toLocalDate().atTime(TimeText.time(options.time()))));
  }

  private Plan inPart(Plan.Recurring plan, RuleEditor parts, PlanOptions options) {
    boolean weekly = options.on() != null || options.every() != null;
    if (weekly && !parts.isByDays()) {
      throw new InvalidRequest(
          "the schedule is not by days of the week: change it with --rrule,"
              + " or with --on and --time");
    }
    RecurrenceRule rule = parts.with(options).toRule();
    LocalDateTime dtstart = plan.dtstart();
    if (options.time() != null) {
      // The rule says the time now, and the first day counts from its start.
      dtstart = dtstart.toLocalDate().atStartOfDay();
    }
    return maker.checked(rule, options.from() == null ? dtstart : from(options, dtstart));
  }

  private LocalDateTime from(PlanOptions options, LocalDateTime before) {
    return PlanMaker.hasTime(options.from())
        ? TimeText.dateTime(options.from(), venue.zone())
        : TimeText.date(options.from()).atTime(before.toLocalTime());
  }

  /** A day that was skipped stays skipped, at its new time if that changed. */
  private Plan kept(Plan before, Plan after) {
    if (!(before instanceof Plan.Recurring old) || !(after instanceof Plan.Recurring fresh)) {
      return after;
    }
    Set<LocalDateTime> exdates = new TreeSet<>();
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
