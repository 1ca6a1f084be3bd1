package dev.court.planning;

import dev.court.booking.AlternativeTimes;
import dev.court.booking.CourtPreference;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Quote;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Makes a request of the options that a person typed, with defaults for those that are missing. */
public final class RequestMaker {
  private static final int LONGEST_NAME = 100;

  private final Venue venue;
  private final CourtPreference usualCourts;
  private final String guests;

  /**
   * Makes requests for one person at one building.
   *
   * @param usualCourts those that a person wants who names none
   * @param guests the default number of guests, as it is sent
   */
  public RequestMaker(Venue venue, CourtPreference usualCourts, String guests) {
    this.venue = venue;
    this.usualCourts = usualCourts;
    this.guests = guests;
  }

  /**
   * A new request.
   *
   * @throws InvalidRequest when it cannot be booked at this venue
   */
  public ScheduleRequest make(RequestOptions options, Instant now) {
    return make(new PlanMaker(venue, now).make(options.when()), options);
  }

  /**
   * A new request for a plan that comes from a file.
   *
   * @param options without a plan
   * @throws InvalidRequest when it cannot be booked at this venue
   */
  public ScheduleRequest makeOf(Plan plan, RequestOptions options, Instant now) {
    return make(new PlanMaker(venue, now).checked(plan), options);
  }

  /**
   * The request that these options make without a plan, to see what holds for all else. Its plan is
   * of no account.
   *
   * @param options without a plan
   * @throws InvalidRequest when it cannot be booked at this venue
   */
  public ScheduleRequest makeWithoutPlan(RequestOptions options, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, venue.zone());
    return make(new Plan.OneOff(today.atStartOfDay()), options);
  }

  private ScheduleRequest make(Plan plan, RequestOptions options) {
    return checked(
        new ScheduleRequest(
            name(options.name(), null),
            plan,
            courts(options.courts(), usualCourts),
            duration(options.duration(), venue.slot()),
            guests(options.guests(), guests),
            strategy(options.strategy(), Strategy.WHOLE),
            WatchText.watch(options.keepTrying(), options.every(), Optional.empty()),
            AlternativesText.times(options.or(), AlternativeTimes.NONE)));
  }

  /**
   * The request after a change: options that are given replace what was asked for.
   *
   * @throws InvalidRequest when it cannot be booked at this venue
   */
  public ScheduleRequest change(ScheduleRequest asked, RequestOptions options, Instant now) {
    return checked(
        new ScheduleRequest(
            name(options.name(), asked.name()),
            new PlanChange(venue, now).change(asked.plan(), options.when()),
            courts(options.courts(), asked.courts()),
            duration(options.duration(), asked.duration()),
            guests(options.guests(), asked.guests()),
            strategy(options.strategy(), asked.strategy()),
            WatchText.watch(options.keepTrying(), options.every(), asked.watch()),
            AlternativesText.times(options.or(), asked.alternatives())));
  }

  /**
   * The options of the same plan by a rule. A change with them keeps nothing of the plan before it
   * but what it skips; a change with days of the week would keep, for instance, how often.
   *
   * @throws InvalidRequest when the options are no plan of this venue
   */
  public PlanOptions whole(PlanOptions options, Instant now) {
    return new PlanMaker(venue, now).make(options) instanceof Plan.Recurring plan
        ? PlanOptions.rule(plan.rrule(), plan.dtstart().toString())
        : options;
  }

  /**
   * A plan that also leaves out what the plan in whose place it comes leaves out. If the day of a
   * skipped occurrence has one occurrence, it may be at a new time.
   */
  public Plan skippingAlso(Plan before, Plan after) {
    return new PlanChange(venue, Instant.EPOCH).withSkipped(before, after);
  }

  /**
   * Refuses courts, durations and alternative times that the venue does not have.
   *
   * @throws InvalidRequest that names the first of them
   */
  public static void check(ScheduleRequest asked, Venue venue) {
    venue.checked(asked.courts());
    venue.checked(asked.duration());
    AlternativesText.check(asked, venue);
  }

  private ScheduleRequest checked(ScheduleRequest asked) {
    check(asked, venue);
    return asked;
  }

  private CourtPreference courts(String text, CourtPreference fallback) {
    return text == null ? fallback : new CourtText(venue).read(text);
  }

  private static Duration duration(String text, Duration fallback) {
    if (text == null) {
      return fallback;
    }
    if (text.matches("-?\\d{1,9}")) {
      return Duration.ofMinutes(Long.parseLong(text));
    }
    return DurationText.unitsOrIso(text.strip())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no duration: write minutes (30), 1h or PT30M"
                        .formatted(Quote.of(text))));
  }

  private static String guests(String text, String fallback) {
    if (text != null && !text.matches("\\d{1,3}")) {
      throw new InvalidRequest("guests %s: write a number from 0 to 999".formatted(Quote.of(text)));
    }
    return text == null ? fallback : text;
  }

  private static Strategy strategy(String text, Strategy fallback) {
    return text == null ? fallback : Strategy.of(text);
  }

  private static String name(String text, String fallback) {
    if (text == null) {
      return fallback;
    }
    String line = text.strip();
    if (line.length() > LONGEST_NAME || line.codePoints().anyMatch(RequestMaker::isUnprintable)) {
      throw new InvalidRequest(
          "a name is one line of at most %s characters".formatted(LONGEST_NAME));
    }
    return line.isEmpty() ? null : line;
  }

  private static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
