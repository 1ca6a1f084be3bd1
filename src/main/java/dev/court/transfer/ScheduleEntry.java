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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A schedule in a file. The predecessor of this program has the first six fields; {@code export}
 * adds the others. Every field but {@code type} may be null. A field of type Object is a number or
 * a text.
 *
 * @param type {@code one-off} or {@code recurring}
 * @param desiredTime a one-off's start
 * @param rrule a recurrence's rule
 * @param courtId the first court
 * @param duration minutes
 * @param status its status in the home of the export
 * @param name for display
 * @param guests the number of guests, as it is sent
 * @param courtIds all courts, best first
 * @param dtstart the start of the recurrence
 * @param exdates starts that are skipped
 * @param timezone the zone of all times without an offset
 * @param pausedUntil the end of a pause; null when there is no pause, or a pause without an end
 * @param booked starts for which a reservation was made
 * @param givenBack starts of parts whose reservations were given back
 * @param strategy how a duration of several slots is taken
 * @param keepTrying for how long to ask again for a court that was taken
 * @param every the time from one such try to the next
 * @param uid the UID of the schedule in its home
 * @param alternatives times of day that would do too, best first
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
    List<String> givenBack,
    String strategy,
    String keepTrying,
    String every,
    String uid,
    List<String> alternatives) {

  /**
   * The request of the entry.
   *
   * @throws InvalidRequest when it cannot be booked
   */
  ScheduleRequest request(RequestMaker maker, Venue venue, Instant now) {
    checkZone(venue.zone());
    checkFirstCourt();
    if (every != null && keepTrying == null) {
      throw new InvalidRequest("every goes with keep_trying: leave it out too, or write null");
    }
    RequestOptions options =
        new RequestOptions(
            when(),
            LenientValues.list("court_ids", courtIds == null ? courtId : courtIds),
            LenientValues.text("duration", duration),
            LenientValues.text("guests", guests),
            name,
            strategy,
            WatchText.span("keep_trying", keepTrying),
            WatchText.span("every", every),
            alternatives == null ? null : String.join(",", alternatives));
    ScheduleRequest asked = maker.make(options, now);
    return asked.withPlan(withExdates(asked.plan(), venue.zone()));
  }

  /** Whether it names the start of the recurrence. */
  boolean hasStart() {
    return dtstart != null;
  }

  /** The wall-clock times for which a reservation was made. */
  Set<LocalDateTime> alreadyBooked(ZoneId zone) {
    boolean isListed = booked != null && !booked.isEmpty();
    boolean isDone = isOneOff() && BookingStatus.SUCCESS.word().equals(status) && !isListed;
    Set<LocalDateTime> all = times(booked, zone);
    if (isDone) {
      all.add(TimeText.dateTime(desiredTime, zone));
    }
    return all;
  }

  /** The wall-clock times of parts whose reservations the person gave back. */
  Set<LocalDateTime> alreadyGivenBack(ZoneId zone) {
    return times(givenBack, zone);
  }

  private static Set<LocalDateTime> times(List<String> texts, ZoneId zone) {
    return texts == null
        ? new HashSet<>()
        : texts.stream()
            .map(text -> TimeText.dateTime(text, zone))
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** The end of its pause; null when it is not paused. */
  Instant pause(ZoneId zone) {
    if (pausedUntil != null) {
      return TimeText.dateTime(pausedUntil, zone).atZone(zone).toInstant();
    }
    return ScheduleView.PAUSED.equals(status) ? Schedule.FOREVER : null;
  }

  /** Whether it says that it is paused, or that it is not; of what is over it says neither. */
  boolean saysPause() {
    return pausedUntil != null
        || ScheduleView.PAUSED.equals(status)
        || BookingStatus.PENDING.word().equals(status);
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

  /** An export has both, and a person who changes only one of them means something. */
  private void checkFirstCourt() {
    if (courtIds == null || courtIds.isEmpty() || courtId == null) {
      return;
    }
    String first = LenientValues.text("court_id", courtId);
    if (!first.equals(LenientValues.text("court_ids", courtIds.get(0)))) {
      throw new InvalidRequest(
          "court_id is %s and court_ids begin with %s: make them agree, or leave one out"
              .formatted(first, courtIds.get(0)));
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
