package dev.court.planning;

import java.time.Duration;

/**
 * The options of a request as a person types them; each is null when it was not given.
 *
 * @param when the options of the plan; never null
 * @param courts such as {@code 1,2}
 * @param duration minutes, or an ISO-8601 duration
 * @param guests a number
 * @param name for display
 * @param strategy {@code whole} or {@code split}
 * @param keepTrying for how long to ask again for a court that was taken; zero for not at all
 * @param every the time from one such try to the next
 * @param or other times that would do, such as {@code 17:30,18:00}; nothing for none
 */
public record RequestOptions(
    PlanOptions when,
    String courts,
    String duration,
    String guests,
    String name,
    String strategy,
    Duration keepTrying,
    Duration every,
    String or) {
  /** The same, with no other time that would do. */
  public RequestOptions withoutOthers() {
    return new RequestOptions(
        when, courts, duration, guests, name, strategy, keepTrying, every, "");
  }
}
