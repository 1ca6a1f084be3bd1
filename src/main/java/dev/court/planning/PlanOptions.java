package dev.court.planning;

/**
 * The options that say when to play, as a person types them; each is null when it was not given.
 *
 * @param at a one-off start
 * @param rrule a recurrence rule (RFC 5545)
 * @param from where the recurrence starts, a date or a date with time
 * @param on days of the week, in place of a rule
 * @param time of day, for {@code on} or for a rule that names none
 * @param every number of weeks from one occurrence to the next, for {@code on}
 * @param until the last day, inclusive, for {@code on}
 * @param count the number of occurrences, for {@code on}
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

  /** No option was given. */
  public static final PlanOptions NONE =
      new PlanOptions(null, null, null, null, null, null, null, null);

  /** Whether the time of day is the only option. */
  boolean hasOnlyTime() {
    return equals(new PlanOptions(null, null, null, null, time, null, null, null));
  }

  /** By a rule, with where it starts. */
  static PlanOptions rule(String rrule, String from) {
    return new PlanOptions(null, rrule, from, null, null, null, null, null);
  }

  /** A one-off start is the only option. */
  public static PlanOptions at(String at) {
    return new PlanOptions(at, null, null, null, null, null, null, null);
  }
}
