package dev.court.transfer;

import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.planning.PlanOptions;
import dev.court.planning.RequestMaker;
import dev.court.planning.RequestOptions;
import dev.court.planning.TimeText;
import dev.court.planning.WatchText;
import dev.court.schedule.ScheduleView;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schedule as it stands in a file. The first six fields are those of the program that came first;
 * the others are written by {@code export} beside them. All but {@code type} may be null, and what
 * people write as a number or as text is read as either.
 *
 * @param type {@code one-off} or {@code recurring}
 * @param desiredTime a one-off's start
 * @param rrule a recurrence's rule
 * @param courtId the first court
 * @param duration minutes
 * @param status what had become of it
 * @param name for display
 * @param guests as it is sent
 * @param courtIds all courts, best first
 * @param dtstart where the recurrence starts counting
 * @param exdates starts that are left out
 * @param timezone the zone of all times without an offset
 * @param pausedUntil null for a pause without an end
 * @param booked starts that are reserved already
 * @param strategy how a duration of several slots is taken
 * @param keepTrying for how long to ask again for a court that was taken
 * @param every from one such try to the next
 * @param uid what it was called where it comes from
 */
record ScheduleEntry(
    String type,
    String desiredTime,
    String rrule,
    Object courtId,
    Object duration,
    String status,
    String name,
    Object guests,
    List<Object> courtIds,
    String dtstart,
    List<String> exdates,
    String timezone,
    String pausedUntil,
    List<String> booked,
    String strategy,
    String keepTrying,
    String every,
    String uid) {

  /**
   * What it asks for.
   *
   * @throws InvalidRequest when it makes no sense
   */
  ScheduleRequest request(RequestMaker maker, Venue venue, Instant now) {
    checkZone(venue.zone());
    RequestOptions options =
        new RequestOptions(
            when(),
            LenientValues.list("court_ids", courtIds == null ? courtId : courtIds),
            LenientValues.text("duration", duration),
            LenientValues.text("guests", guests),
            name,
            strategy,
            WatchText.span("keep_trying", keepTrying),
            WatchText.span("every", every));
    ScheduleRequest asked = maker.make(options, now);
    return asked.withPlan(withExdates(asked.plan(), venue.zone()));
  }

  boolean saysStart() {
    return dtstart != null;
  }

  /** The wall clocks that need no booking any more. */
  Set<LocalDateTime> alreadyBooked(ZoneId zone) {
    Stream<String> listed = booked == null ? Stream.of() : booked.stream();
    boolean isDone = isOneOff() && BookingStatus.SUCCESS.word().equals(status);
    return Stream.concat(listed, isDone ? Stream.of(desiredTime) : Stream.of())
        .map(text -> TimeText.dateTime(text, zone))
        .collect(Collectors.toSet());
  }

  /** Until when it is paused; null when it is not. */
  Instant pause(ZoneId zone) {
    if (pausedUntil != null) {
      return TimeText.dateTime(pausedUntil, zone).atZone(zone).toInstant();
    }
    return ScheduleView.PAUSED.equals(status) ? Schedule.FOREVER : null;
  }

  private boolean isOneOff() {
    return "one-off".equals(type);
  }

  private PlanOptions when() {
    if (isOneOff()) {
      return PlanOptions.at(required("desired_time", desiredTime));
    }
    if ("recurring".equals(type)) {
      return new PlanOptions(null, required("rrule", rrule), dtstart, null, null, null, null, null);
    }
    throw new InvalidRequest(
        "type must be \"one-off\" or \"recurring\", not " + (type == null ? "absent" : type));
  }

  private void checkZone(ZoneId zone) {
    if (timezone != null && !LenientValues.zone(timezone).getRules().equals(zone.getRules())) {
      throw new InvalidRequest(
          "its times are those of %s, and the venue is in %s: set timezone first"
              .formatted(timezone, zone));
    }
  }

  private Plan withExdates(Plan plan, ZoneId zone) {
    if (!(plan instanceof Plan.Recurring recurring) || exdates == null) {
      return plan;
    }
    Plan.Recurring result = recurring;
    for (String exdate : exdates) {
      result = result.without(TimeText.dateTime(exdate, zone));
    }
    return result;
  }

  private static String required(String field, String value) {
    if (value == null) {
      throw new InvalidRequest("a schedule of this type needs " + field);
    }
    return value;
  }
}
