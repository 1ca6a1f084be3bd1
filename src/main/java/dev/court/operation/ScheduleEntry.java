package dev.court.operation;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A schedule as it stands in a file. The first seven fields are those of the program that came
 * first; the others are written by {@code export} beside them. All but {@code type} may be null.
 *
 * @param type {@code one-off} or {@code recurring}
 * @param desiredTime a one-off's start
 * @param rrule a recurrence's rule
 * @param courtId the first court
 * @param duration minutes
 * @param name for display
 * @param guests as it is sent
 * @param courtIds all courts, best first
 * @param dtstart where the recurrence starts counting
 * @param exdates starts that are left out
 */
record ScheduleEntry(
    String type,
    String desiredTime,
    String rrule,
    Object courtId,
    Object duration,
    String name,
    String guests,
    List<String> courtIds,
    String dtstart,
    List<String> exdates) {

  /**
   * What it asks for.
   *
   * @throws InvalidRequest when it makes no sense
   */
  ScheduleRequest request(RequestMaker maker, Instant now) {
    String courts = courtIds != null ? String.join(",", courtIds) : text(courtId);
    ScheduleRequest asked =
        maker.make(new RequestOptions(when(), courts, text(duration), guests, name), now);
    return asked.withPlan(withExdates(asked.plan()));
  }

  private PlanOptions when() {
    if ("one-off".equals(type)) {
      return PlanOptions.at(required("desired_time", desiredTime));
    }
    if ("recurring".equals(type)) {
      return new PlanOptions(null, required("rrule", rrule), dtstart, null, null, null, null, null);
    }
    throw new InvalidRequest(
        "type must be \"one-off\" or \"recurring\", not " + (type == null ? "absent" : type));
  }

  private Plan withExdates(Plan plan) {
    if (!(plan instanceof Plan.Recurring recurring) || exdates == null) {
      return plan;
    }
    Plan.Recurring result = recurring;
    for (String exdate : exdates) {
      result = result.without(TimeText.dateTime(exdate, ZoneOffset.UTC));
    }
    return result;
  }

  private static String required(String field, String value) {
    if (value == null) {
      throw new InvalidRequest("a schedule of this type needs " + field);
    }
    return value;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
