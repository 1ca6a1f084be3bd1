package dev.court.planning;

/**
 * When to play, in the words a person types; each is null when it was not given.
 *
 * @param at a one-off start
 * @param rrule a recurrence rule (RFC 5545)
 * @param from where the recurrence starts counting, a date or a date with time
 * @param on days of the week, for people who write no rules
 * @param time of day, for {@code on} or for a rule that names none
 * @param every weeks from one to the next, for {@code on}
 * @param until the last day, for {@code on}
 * @param count how many times, for {@code on}
 */
public record PlanOptions(
    String at,
    String rrule,
    String from,
    String on,
    String time,
    Integer every,
    String until,
    Integer count) {

  /** Nothing given. */
  public static final PlanOptions NONE =
      new PlanOptions(null, null, null, null, null, null, null, null);

  /** Whether nothing but the time of day is given. */
  boolean onlyTime() {
    return equals(new PlanOptions(null, null, null, null, time, null, null, null));
  }

  /** The one thing given being a single start. */
  public static PlanOptions at(String at) {
    return new PlanOptions(at, null, null, null, null, null, null, null);
  }
}
