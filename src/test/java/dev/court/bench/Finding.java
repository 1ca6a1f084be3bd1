package dev.court.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was measured of one thing.
 *
 * @param what in a few words, for the table
 * @param lost how often there was nothing to measure, since no request was accepted
 */
record Finding(Row row, String what, Unit unit, Distribution values, int lost, List<Goal> goals) {

  Finding(Row row, String what, Unit unit, List<Double> values) {
    this(row, what, unit, Distribution.of(values), 0, List.of());
  }

  Finding losing(int times) {
    return new Finding(row, what, unit, values, times, goals);
  }

  Finding aimingAt(Goal... others) {
    return new Finding(row, what, unit, values, lost, List.of(others));
  }

  /** How many values there are, and how many there should be. */
  String count() {
    return lost == 0
        ? Integer.toString(values.size())
        : "%s of %s".formatted(values.size(), values.size() + lost);
  }

  String goal() {
    return goals.stream().map(Goal::words).collect(Collectors.joining(", "));
  }

  /** A goal is not met as long as something was lost. */
  String met() {
    if (goals.isEmpty()) {
      return "";
    }
    return lost == 0 && goals.stream().allMatch(goal -> goal.isMet(values)) ? "yes" : "no";
  }
}
