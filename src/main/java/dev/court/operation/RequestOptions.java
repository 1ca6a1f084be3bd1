package dev.court.operation;

/**
 * A request in the words a person types; each is null when it was not given.
 *
 * @param when never null
 * @param courts such as {@code 1,2}
 * @param duration minutes, or an ISO-8601 duration
 * @param guests a number
 * @param name for display
 * @param strategy {@code whole} or {@code split}
 */
public record RequestOptions(
    PlanOptions when,
    String courts,
    String duration,
    String guests,
    String name,
    String strategy) {}
