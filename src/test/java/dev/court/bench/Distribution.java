package dev.court.bench;

import java.util.Collection;
import java.util.List;

/**
 * Measured values, in order.
 *
 * @param sorted may be empty; then there is no figure to be had, and each is {@code NaN}
 */
record Distribution(List<Double> sorted) {

  Distribution {
    sorted = sorted.stream().sorted().toList();
  }

  static Distribution of(Collection<Double> values) {
    return new Distribution(List.copyOf(values));
  }

  int size() {
    return sorted.size();
  }

  double min() {
    return at(0);
  }

  double max() {
    return at(size() - 1);
  }

  /** The middle value, or the mean of the two in the middle. */
  double median() {
    return (at((size() - 1) / 2) + at(size() / 2)) / 2;
  }

  /** The smallest value that so many in a hundred do not exceed (nearest rank). */
  double percentile(int hundredths) {
    return at((hundredths * size() + 99) / 100 - 1);
  }

  /** How many lie above {@code from} and not above {@code to}. */
  long between(double from, double to) {
    return sorted.stream().filter(value -> value > from && value <= to).count();
  }

  private double at(int place) {
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, place));
  }
}
