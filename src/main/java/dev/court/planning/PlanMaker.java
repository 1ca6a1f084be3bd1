package dev.court.planning;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Venue;
import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.Weekdays;
import dev.court.recurrence.WeeklyRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;

/** Makes a plan of the options that a person typed. All its times fit the venue's slots. */
final class PlanMaker {
  private final Venue venue;
  private final Instant now;

  PlanMaker(Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  /**
   * The plan of the options.
   *
   * @throws InvalidRequest when the options contradict each other, or name times that the venue
   *     does not have
   */
  Plan make(PlanOptions options) {
    long named =
        Stream.of(options.at(), options.rrule(), options.on()).filter(o -> o != null).count();
    refuse(
        named == 0,
        "say when: in words (wed 17:00, every mo and fr 7am), or with --at DATETIME,"
            + " --on DAYS with --time TIME, or --rrule RULE");
    refuse(named > 1, "--at, --on and --rrule each say when: leave all but one of them out");
    if (options.at() != null) {
      return oneOff(options);
    }
    return options.rrule() != null ? byRule(options) : byDays(options);
  }

  private Plan oneOff(PlanOptions options) {
    refuse(options.from() != null || options.time() != null, "--from and --time go with a rule");
    refuseOptionsOfDays(options, "--at");
    return new Plan.OneOff(venue.checked(TimeText.dateTime(options.at(), venue.zone())));
  }

  private Plan byRule(PlanOptions options) {
    refuseOptionsOfDays(options, "--rrule, which says it itself");
    RecurrenceRule rule = RecurrenceRule.parse(options.rrule());
    refuse(
        rule.hasTime() && options.time() != null,
        "the time is in both the rule and --time: leave one out");
    boolean seedHasTime = options.time() != null || TimeText.hasTime(options.from());
    refuse(
        !rule.hasTime() && !seedHasTime,
        "the rule names no time of day: add --time 17:00, or BYHOUR and BYMINUTE to the rule");
    return checked(rule, seed(options));
  }

  private Plan byDays(PlanOptions options) {
    refuse(options.time() == null, "--on needs --time, such as --on we,fr --time 17:00");
    refuse(
        TimeText.hasTime(options.from()),
        "with --on, --from takes a date alone: the time is --time");
    RecurrenceRule rule =
        new WeeklyRule(
                Weekdays.parse(options.on()),
                TimeText.time(options.time()),
                options.every() == null ? 1 : options.every(),
                options.until() == null ? null : TimeText.date(options.until()),
                options.count())
            .toRule();
    return checked(rule, seedDate(options.from()).atStartOfDay());
  }

  /**
   * The same plan, which comes from a file.
   *
   * @throws InvalidRequest when the venue does not have all its times
   */
  Plan checked(Plan plan) {
    if (plan instanceof Plan.Recurring recurring) {
      checked(RecurrenceRule.parse(recurring.rrule()), recurring.dtstart());
    } else {
      venue.checked(((Plan.OneOff) plan).at());
    }
    return plan;
  }

  /**
   * The plan of a rule.
   *
   * @param seed where the recurrence starts (DTSTART)
   * @throws InvalidRequest when the venue does not have all its times
   */
  Plan checked(RecurrenceRule rule, LocalDateTime seed) {
    rule.times(seed.toLocalTime()).forEach(time -> venue.checked(seed.toLocalDate().atTime(time)));
    return new Plan.Recurring(seed, rule.canonical());
  }

  private LocalDateTime seed(PlanOptions options) {
    if (TimeText.hasTime(options.from())) {
      refuse(options.time() != null, "the time is in both --from and --time: leave one out");
      return TimeText.dateTime(options.from(), venue.zone());
    }
    LocalTime time = options.time() == null ? LocalTime.MIDNIGHT : TimeText.time(options.time());
    return seedDate(options.from()).atTime(time);
  }

  private LocalDate seedDate(String from) {
    return from == null ? LocalDate.ofInstant(now, venue.zone()) : TimeText.date(from);
  }

  private static void refuseOptionsOfDays(PlanOptions options, String with) {
    refuse(
        options.every() != null || options.until() != null || options.count() != null,
        "--every, --until and --count go with --on, not with " + with);
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new InvalidRequest(message);
    }
  }
}
